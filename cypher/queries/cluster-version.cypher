/* What changes whenever a run writes the cluster.
   in:  $id
   out: at most one row: version */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
RETURN coalesce(c.run, '') + '@' + coalesce(toString(c.recordedAt.epochMillis), '') AS version
