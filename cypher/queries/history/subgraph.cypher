/* What held a cluster together at a moment, by what was known at another.
   in:  $id, $maxShared, $of (the state of the cluster then), $asOf (instant), $day (its date), $knownAt (instant), $known (the same in
        epoch milliseconds)
   out: as queries/cluster-subgraph, without sharedTotal */
MATCH (c:Cluster {id: $id})
CALL (c) {
  RETURN
    coalesce(c.run, '') + '@' + coalesce(toString(c.recordedAt.epochMillis), '') AS version,
    COLLECT {
      MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
      WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
        AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
      RETURN {id: a.id, state: CASE WHEN $of = 'review' THEN 'review' ELSE m.state END}
      ORDER BY m.membership DESC, a.id
    } AS members,
    null AS shared, null AS accounts
UNION ALL
  CALL (c) {
    MATCH (c)-[s:SUPPORTED_BY]->(n) WHERE coalesce(s.recordedAt, c.recordedAt) <= $knownAt
    RETURN n, s.bits AS bits, s.total AS total, coalesce(s.discounted, false) AS discounted, s.members AS tied
    UNION ALL
    MATCH (c)-[:RESTED_ON]->(p:PastSupport) WHERE p.recordedAt <= $knownAt AND p.supersededAt > $knownAt
    MATCH (n:PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern {id: p.key}) WHERE p.type IN labels(n)
    RETURN n, p.bits AS bits, p.total AS total, coalesce(p.discounted, false) AS discounted, p.members AS tied
  }
  WITH c, n, bits, total, discounted, tied ORDER BY bits DESC
  WITH c, n, collect({bits: bits, total: total, discounted: discounted, tied: tied})[0] AS s
  ORDER BY s.discounted, s.bits DESC, s.tied DESC, n.id
  LIMIT $maxShared
  RETURN null AS version, null AS members,
    {
      nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id),
      bits: s.bits, total: s.total
    } AS shared,
    COLLECT {
      MATCH (n)<-[:IN_NETWORK]-{0,1}()<-[t:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF]-(a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
      WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
        AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
        AND (t:SHOWS|VERIFIED_BY|SEAT_OF OR coalesce(t.firstSeen < $dayAfter, t.days[0] <= $day) AND (
        t.known IS NULL OR t.known[0] <= $known
        OR size(t.known) > 2 AND any(i IN range(2, size(t.known) - 2, 2) WHERE t.known[i] <= $known AND t.days[t.known[i + 1]] <= $day)))
      RETURN DISTINCT a.id AS account ORDER BY account
    } AS accounts
}
RETURN version, members, shared, accounts
