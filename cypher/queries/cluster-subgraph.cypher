/* What holds a cluster together: its members and what they share, with every edge between them.
   in:  $id, $maxShared
   out: first a row with version, members (maps) and sharedTotal, then one row for each shared thing, the strongest first:
        shared (map) and accounts (ids); no row where there is no such cluster */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
CALL (c) {
  RETURN
    coalesce(c.run, '') + '@' + coalesce(toString(c.recordedAt.epochMillis), '') + coalesce('+' + toString(c.corrections), '') AS version,
    COUNT { MATCH (c)-[:SUPPORTED_BY {run: c.run}]->(n) RETURN DISTINCT n } AS sharedTotal,
    COLLECT {
      MATCH (a:Account)-[m:MEMBER_OF]->(c) WHERE m.validTo IS NULL
      RETURN {id: a.id, state: CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END}
      ORDER BY m.membership DESC, a.id
    } AS members,
    null AS shared, null AS accounts
UNION ALL
  MATCH (c)-[s:SUPPORTED_BY {run: c.run}]->(n)
  // one thing may speak for the cluster through several detectors: it is drawn once, at its strongest
  WITH c, s, n ORDER BY s.bits DESC
  WITH c, n, head(collect(s)) AS s
  ORDER BY coalesce(s.discounted, false), s.bits DESC, s.members DESC, n.id
  LIMIT $maxShared
  RETURN null AS version, null AS sharedTotal, null AS members,
    {
      nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id),
      bits: s.bits, total: s.total
    } AS shared,
    COLLECT {
      // where a whole network is shared, the way there is through any of its addresses
      MATCH (n)<-[:IN_NETWORK]-{0,1}()<-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF]-(a:Account)-[m:MEMBER_OF]->(c)
      WHERE m.validTo IS NULL
      RETURN DISTINCT a.id AS account ORDER BY account
    } AS accounts
}
RETURN version, sharedTotal, members, shared, accounts
