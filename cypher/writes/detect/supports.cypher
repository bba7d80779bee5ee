/* Writes what ties clusters. A null id finds nothing, so each row meets the one label it names.
   in:  $run, $rows: {cluster, type, key, properties} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.cluster})
OPTIONAL MATCH (p:PaymentInstrument {id: CASE WHEN row.type = 'PaymentInstrument' THEN row.key END})
OPTIONAL MATCH (i:IpAddress {id: CASE WHEN row.type = 'IpAddress' THEN row.key END})
OPTIONAL MATCH (n:Network {id: CASE WHEN row.type = 'Network' THEN row.key END})
OPTIONAL MATCH (d:Identifier {id: CASE WHEN row.type = 'Identifier' THEN row.key END})
OPTIONAL MATCH (f:PromptFamily {id: CASE WHEN row.type = 'PromptFamily' THEN row.key END})
OPTIONAL MATCH (t:Pattern {id: CASE WHEN row.type = 'Pattern' THEN row.key END})
WITH c, row, coalesce(p, i, n, d, f, t) AS thing
WHERE thing IS NOT NULL
CREATE (c)-[s:SUPPORTED_BY]->(thing)
SET s = row.properties, s.run = $run
