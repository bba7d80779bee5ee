/* Clusters as they were judged by the run that was the latest at one moment, where they were there at another. One that was merged or
   dissolved never was, by what is known since.
   in:  $id (null: all), $asOf (instant in the world), $knownAt (instant of our knowledge)
   out: rows of id, in their order: id, state, row (map as in queries/cluster-one, without figures of members), windowFrom (the first day that the run looked at), run (map) */
CALL () {
  MATCH (run:Run) WHERE run.complete AND coalesce(run.knownFrom, run.recordedAt) <= $knownAt
  RETURN run ORDER BY run.seq DESC LIMIT 1
}
MATCH (c:Cluster) WHERE $id IS NULL OR c.id = $id
CALL (c) {
  WITH c WHERE coalesce(c.revisedAt, c.recordedAt) <= $knownAt
  RETURN c {
    .state, .score, .linked, .abusive, .facets, .facetBits, .withoutFacet, .signals, .organization, .confidence, .attribution, .lifecycle,
    .validFrom, .validTo,
    targets: COLLECT { MATCH (c)-[t:TARGETS]->(k:Capability) RETURN {id: k.id, exchanges: t.exchanges, share: t.share} ORDER BY t.exchanges DESC, k.id }
  } AS r
  UNION ALL
  MATCH (c)-[:HAD]->(past:ClusterRevision) WHERE past.revisedAt <= $knownAt AND past.supersededAt > $knownAt
  RETURN past {
    .state, .score, .linked, .abusive, .facets, .facetBits, .withoutFacet, .signals, .organization, .confidence, .attribution, .lifecycle,
    .validFrom, .validTo,
    targets: [i IN range(0, size(past.targets) - 1) | {id: past.targets[i], exchanges: past.targetExchanges[i], share: past.targetShares[i]}]
  } AS r
}
WITH run, c, r WHERE coalesce(r.lifecycle, 'active') IN ['active', 'dormant'] AND (r.validTo IS NULL OR r.validTo > $asOf)
OPTIONAL MATCH (o:Organization {id: r.organization})
RETURN c.id AS id, r.state AS state, r {.*, id: c.id, organizationName: o.name} AS row, date(run.asOf - duration(coalesce(run.window, 'P120D'))) AS windowFrom, run {.id, .asOf, .recordedAt} AS run
ORDER BY id
