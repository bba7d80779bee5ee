/* The figures of a labelled or review cluster that a report to others may be made from: no member, no organization.
   in:  $id
   out: at most one row: row (map), asOf */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (r:Run {id: c.run})
RETURN
  c {
    .id, .state, .score, .accounts, .exchanges, .firstSeen, .lastSeen, .facets, .validFrom,
    targets: COLLECT {
      MATCH (c)-[t:TARGETS]->(k:Capability)
      RETURN {id: k.id, exchanges: t.exchanges, share: t.share} ORDER BY t.exchanges DESC, k.id
    }
  } AS row,
  r.asOf AS asOf
