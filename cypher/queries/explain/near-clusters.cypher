/* Clusters whose members share something with an account, those that share most first. What more than $maxDegree
   accounts show is followed only to the clusters that it supports.
   in:  $account, $maxDegree, $limit
   out: rows: cluster, things (how many are shared) */
MATCH (a:Account {id: $account})
CALL (a) {
  MATCH (a)-[:PAID_WITH|HAS_IDENTIFIER|CONNECTED_FROM|PROMPTED|SHOWS]->(t)
  WHERE coalesce(t.evidence, true) AND COUNT { (t)--() } <= $maxDegree
  MATCH (t)<-[:PAID_WITH|HAS_IDENTIFIER|CONNECTED_FROM|PROMPTED|SHOWS]-(b:Account)-[m:MEMBER_OF]->(c:Cluster)
  WHERE b <> a AND m.validTo IS NULL
  RETURN DISTINCT t, c
  UNION
  MATCH (a)-[:PAID_WITH|HAS_IDENTIFIER|CONNECTED_FROM|PROMPTED|SHOWS]->(t)<-[s:SUPPORTED_BY]-(c:Cluster)
  WHERE s.run = c.run
  RETURN DISTINCT t, c
  UNION
  MATCH (a)-[:CONNECTED_FROM]->(i)
  WITH DISTINCT i.prefix AS prefix
  MATCH (t:Network {id: prefix})<-[s:SUPPORTED_BY]-(c:Cluster)
  WHERE s.run = c.run
  RETURN DISTINCT t, c
}
WITH c, count(DISTINCT t) AS things
WHERE c.validTo IS NULL
RETURN c.id AS cluster, things ORDER BY things DESC, cluster LIMIT $limit
