/* The members of a cluster that somebody chooses.
   in:  $id, $state (labelled, review or null), $min and $max (membership, both included; null for none), $facet (the only kind of
        evidence that ties them, or null)
   out: at most one row (none: no such cluster now): accounts (ids) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
RETURN COLLECT {
  MATCH (a:Account)-[m:MEMBER_OF]->(c)
  WHERE m.validTo IS NULL
  // an account is never surer than its cluster
  WITH a, m, CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
  WHERE ($state IS NULL OR state = $state)
    AND ($min IS NULL OR m.membership >= $min) AND ($max IS NULL OR m.membership <= $max)
    AND ($facet IS NULL OR m.facets = [$facet])
  RETURN DISTINCT a.id AS id ORDER BY id
} AS accounts
