/* Writes memberships, when what ties the clusters is written. One that stands is brought up to date, and kept as it was where it is
   another now; one that ended stays ended and a new one begins. It holds in the world from the first day on which the account
   showed something that ties the cluster: one that stands keeps that day where neither can have changed.
   in:  $run, $recordedAt, $asOf, $rows: {cluster, account, same (whether the account and what ties the cluster are what they were),
        properties} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.cluster})
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)-[standing:MEMBER_OF]->(c) WHERE standing.validTo IS NULL
CALL (a, c, row, standing) {
  OPTIONAL MATCH (a)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED]->(t)
  WHERE (NOT row.same OR standing IS NULL) AND EXISTS { (t)<-[:SUPPORTED_BY]-(c) }
  RETURN min(head(e.days)) AS tied
}
WITH c, a, row, standing, CASE
  WHEN row.same AND standing IS NOT NULL THEN standing.validFrom
  WHEN tied IS NULL THEN coalesce(a.firstSeen, a.createdAt, standing.validFrom, $asOf)
  ELSE datetime({date: tied})
  END AS since
WITH c, a, row, standing, since,
  standing.state <> row.properties.state OR standing.validFrom <> since
    OR abs(standing.membership - row.properties.membership) >= 0.05 OR abs(standing.bits - row.properties.bits) >= 0.5
    OR standing.facets <> row.properties.facets AS other
FOREACH (_ IN CASE WHEN other THEN [1] ELSE [] END |
  CREATE (a)-[w:WAS_MEMBER_OF]->(c)
  SET w = standing {.state, .membership, .bits, .facets, .facetBits, .validFrom, .recordedAt}, w.supersededAt = $recordedAt)
FOREACH (m IN CASE WHEN standing IS NULL THEN [] ELSE [standing] END |
  SET m += row.properties, m.run = $run, m.validFrom = since, m.recordedAt = CASE WHEN other THEN $recordedAt ELSE m.recordedAt END)
FOREACH (_ IN CASE WHEN standing IS NULL THEN [1] ELSE [] END |
  CREATE (a)-[m:MEMBER_OF {validFrom: since, recordedAt: $recordedAt, run: $run}]->(c)
  SET m += row.properties)
