/* Keeps what clusters were, where a run is about to make something else of them. What drifts from run to run (how many, how
   much, when last) is no change: it follows from the members.
   in:  $recordedAt, $rows: {id, shape (what makes it another)} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.id})
WHERE coalesce(c.shape, '') <> row.shape
CREATE (c)-[:HAD]->(r:ClusterRevision)
SET r = c {
  .state, .score, .linked, .abusive, .capabilities, .facets, .facetBits, .withoutFacet, .signals, .organization, .confidence, .attribution,
  .lifecycle, .dormantSince, .mergedInto, .validFrom, .validTo
},
  r.targetExchanges = COLLECT { MATCH (c)-[t:TARGETS]->(k) RETURN t.exchanges ORDER BY t.exchanges DESC, k.id },
  r.targetShares = COLLECT { MATCH (c)-[t:TARGETS]->(k) RETURN t.share ORDER BY t.exchanges DESC, k.id },
  r.targets = COLLECT { MATCH (c)-[t:TARGETS]->(k) RETURN k.id ORDER BY t.exchanges DESC, k.id },
  r.revisedAt = coalesce(c.revisedAt, c.recordedAt), r.supersededAt = $recordedAt,
  c.revisedAt = $recordedAt, c.shape = row.shape
