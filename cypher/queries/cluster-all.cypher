/* Every cluster that stands now, in byte order of the ids.
   in:  $hidden (ids of clusters that are left out)
   out: row, a map as in cluster-list */
MATCH (c:Cluster) WHERE c.validTo IS NULL AND NOT c.id IN $hidden
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
