/* Writes clusters. One that had ended and is found again stands again.
   in:  $run, $recordedAt, $asOf, $rows: {id, lifecycle, properties, targets: [{id, exchanges, share}],
        organizations: [{id, confidence, named, kinds, evidence}]} */
UNWIND $rows AS row
MERGE (c:Cluster {id: row.id})
ON CREATE SET c.validFrom = $asOf, c.revisedAt = $recordedAt
SET c += row.properties, c.validTo = null, c.mergedInto = null, c.run = $run, c.recordedAt = $recordedAt,
  c.dormantSince = CASE WHEN row.lifecycle <> 'dormant' THEN null WHEN c.lifecycle = 'dormant' THEN c.dormantSince ELSE $asOf END,
  c.lifecycle = row.lifecycle
WITH c, row
CALL (c, row) {
  MATCH (c)-[old:TARGETS|ATTRIBUTED_TO|SUPPORTED_BY]->()
  DELETE old
}
CALL (c, row) {
  UNWIND row.targets AS target
  MERGE (k:Capability {id: target.id})
  CREATE (c)-[:TARGETS {exchanges: target.exchanges, share: target.share, run: $run}]->(k)
}
CALL (c, row) {
  UNWIND row.organizations AS h
  MATCH (o:Organization {id: h.id})
  CREATE (c)-[:ATTRIBUTED_TO {confidence: h.confidence, named: h.named, kinds: h.kinds, evidence: h.evidence, run: $run}]->(o)
}
