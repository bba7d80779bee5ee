/* The clusters that an account is in now, its best one first.
   in:  $account
   out: no row where there is no such account; else memberships: maps {cluster, state, membership, bits, facets, facetBits, links, decided} */
MATCH (a:Account {id: $account})
RETURN COLLECT {
  MATCH (a)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS NULL
  RETURN {
    cluster: c.id, state: CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END,
    membership: m.membership, bits: m.bits, facets: m.facets, facetBits: m.facetBits, links: m.links, decided: m.decided
  } ORDER BY m.membership DESC, c.id
} AS memberships
