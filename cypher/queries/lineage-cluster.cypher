/* Where a cluster stands in its life.
   in:  $id
   out: at most one row: id, lifecycle, since (when it ended or fell dormant; null while it goes on), into (the cluster that it goes on in) */
MATCH (c:Cluster {id: $id})
RETURN c.id AS id, coalesce(c.lifecycle, CASE WHEN c.validTo IS NULL THEN 'active' ELSE 'dissolved' END) AS lifecycle,
  coalesce(c.dormantSince, c.validTo) AS since, c.mergedInto AS into
