/* Writes memberships. One that stands is brought up to date, one that ended stays ended and a new one begins.
   in:  $run, $recordedAt, $asOf, $rows: {cluster, account, properties} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.cluster})
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)-[standing:MEMBER_OF]->(c) WHERE standing.validTo IS NULL
FOREACH (m IN CASE WHEN standing IS NULL THEN [] ELSE [standing] END | SET m += row.properties, m.run = $run)
FOREACH (_ IN CASE WHEN standing IS NULL THEN [1] ELSE [] END |
  CREATE (a)-[m:MEMBER_OF {validFrom: $asOf, recordedAt: $recordedAt, run: $run}]->(c)
  SET m += row.properties)
