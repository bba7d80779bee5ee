/* What changes whenever a run writes the cluster, or people take accounts out of it or put them back.
   in:  $id
   out: at most one row: version, settled (false while the run that writes it is still at it, or broke off) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (r:Run {id: c.run})
RETURN coalesce(c.run, '') + '@' + coalesce(toString(c.recordedAt.epochMillis), '') + coalesce('+' + toString(c.corrections), '') AS version, coalesce(r.complete, true) AS settled
