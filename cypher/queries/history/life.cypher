/* Where a cluster stood in its life at a moment, by what was known at another.
   in:  $id, $asOf (instant in the world), $knownAt (instant of our knowledge)
   out: as queries/lineage-cluster; no row where no run had found it */
MATCH (c:Cluster {id: $id})
CALL (c) {
  WITH c WHERE coalesce(c.revisedAt, c.recordedAt) <= $knownAt
  RETURN c.lifecycle AS lifecycle, coalesce(c.dormantSince, c.validTo) AS since, c.mergedInto AS into, c.validFrom AS validFrom
  UNION ALL
  MATCH (c)-[:HAD]->(past:ClusterRevision) WHERE past.revisedAt <= $knownAt AND past.supersededAt > $knownAt
  RETURN past.lifecycle AS lifecycle, coalesce(past.dormantSince, past.validTo) AS since, past.mergedInto AS into, past.validFrom AS validFrom
}
WITH c, coalesce(lifecycle, CASE WHEN since IS NULL THEN 'active' ELSE 'dissolved' END) AS lifecycle, since, into
// it fell dormant in the world; that it is one with another, or none, is knowledge
WITH c, since, into, CASE WHEN lifecycle = 'dormant' AND since > $asOf THEN 'active' ELSE lifecycle END AS lifecycle
RETURN c.id AS id, lifecycle, CASE WHEN lifecycle = 'active' THEN null ELSE since END AS since, into
