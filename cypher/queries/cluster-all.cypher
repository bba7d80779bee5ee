/* Every cluster that stands now, in byte order of the ids.
   out: row, a map as in cluster-list */
MATCH (c:Cluster) WHERE c.validTo IS NULL
OPTIONAL MATCH (o:Organization {id: c.organization})
RETURN c {
  .id, .state, .score, .linked, .abusive, .accounts, .reviewAccounts, .exchanges, .firstSeen, .lastSeen, .facets,
  .organization, .confidence, organizationName: o.name,
  targets: COLLECT {
    MATCH (c)-[t:TARGETS]->(k:Capability)
    RETURN {id: k.id, exchanges: t.exchanges, share: t.share} ORDER BY t.exchanges DESC, k.id
  }
} AS row
ORDER BY c.id
