/* Writes who supplies several clusters, in place of what the run before thought.
   in:  $run, $recordedAt, $asOf, $rows: {id, properties, tenants: [{cluster, share}]} */
CALL () {
  MATCH (old:Reseller)
  DETACH DELETE old
}
UNWIND $rows AS row
CREATE (r:Reseller {id: row.id})
SET r += row.properties, r.run = $run, r.asOf = $asOf, r.recordedAt = $recordedAt
WITH r, row
UNWIND row.tenants AS tenant
MATCH (c:Cluster {id: tenant.cluster})
CREATE (c)-[:SUPPLIED_BY {share: tenant.share, run: $run}]->(r)
