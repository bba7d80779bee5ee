/* What a run wrote of a cluster for explanations.
   in:  $id
   out: at most one row (none: no such cluster now): state, profile (null: of a run that kept none), run, asOf, window, ignoring, suppressions, recordedAt */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (r:Run {id: c.run})
RETURN c.id AS id, c.state AS state, c.profile AS profile, c.run AS run, r.asOf AS asOf, r.window AS window, r.ignoring AS ignoring, r.suppressions AS suppressions, r.recordedAt AS recordedAt
