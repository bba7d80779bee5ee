/* Who may stand behind one cluster, and what that rests on.
   in:  $id
   out: at most one row: attribution (JSON; null where the cluster was written without), named (organization or null),
        organizations: [{id, name}] of those it speaks of, run */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (r:Run {id: c.run})
RETURN c.attribution AS attribution,
  COLLECT { MATCH (c)-[:ATTRIBUTED_TO]->(o:Organization) RETURN {id: o.id, name: coalesce(o.name, o.id)} ORDER BY o.id } AS organizations,
  r {.id, .asOf, .recordedAt} AS run
