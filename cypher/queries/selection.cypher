/* What was chosen by hand and what it has in common: what of it was there at a moment, by what was known at another; for now both lie far ahead.
   in:  $entities (maps of label and id), $maxAccounts, $maxUsers (what more accounts use is not looked through for others), $maxShared,
        $asOf (instant), $day (its date), $dayAfter (instant at which the next one begins), $knownAt (instant), $known (the same in epoch milliseconds)
   out: first a row with found (what was chosen and is there: maps), members (the accounts: those chosen, and others that use two things chosen),
        clusters (that they are in), hubs (how many things chosen were not looked through); then one row for each thing that
        was chosen or that two of the accounts use, the strongest first: shared (map) and accounts (ids) */
UNWIND $entities AS wanted
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: wanted.id})
WHERE wanted.label IN labels(n) AND coalesce(n.knownFrom <= $knownAt, true) AND coalesce(n.createdAt <= $asOf, true)
WITH collect(DISTINCT n) AS chosen
WITH chosen, [n IN chosen WHERE n:Account] AS own,
  COLLECT {
    UNWIND chosen AS n
    WITH n WHERE n:PaymentInstrument|IpAddress|Identifier|PromptFamily|Pattern AND n.accounts <= $maxUsers
    MATCH (n)<-[t:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS]-(a:Account)
    WHERE coalesce(a.knownFrom <= $knownAt, true) AND (t.days IS NULL OR coalesce(t.firstSeen < $dayAfter, t.days[0] <= $day)) AND (
      t.known IS NULL OR t.known[0] <= $known
      OR size(t.known) > 2 AND any(i IN range(2, size(t.known) - 2, 2) WHERE t.known[i] <= $known AND t.days[t.known[i + 1]] <= $day))
    WITH a, count(DISTINCT n) AS many WHERE many >= 2
    RETURN a ORDER BY many DESC, a.id LIMIT $maxAccounts
  } AS others
WITH chosen, own + [a IN others WHERE NOT a IN own] AS accounts
CALL (chosen, accounts) {
  RETURN
    [n IN chosen | {nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id), total: n.accounts}] AS found,
    COLLECT {
      UNWIND accounts AS a
      RETURN {id: a.id, state: head(COLLECT {
        MATCH (a)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c:Cluster)
        WHERE coalesce(m.recordedAt <= $knownAt, true) AND coalesce(m.supersededAt > $knownAt, true)
          AND coalesce(m.validFrom <= $asOf, true) AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
        WITH CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
        RETURN state ORDER BY state
      })} ORDER BY a.id
    } AS members,
    COLLECT {
      UNWIND accounts AS a
      MATCH (a)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c:Cluster)
      WHERE coalesce(m.recordedAt <= $knownAt, true) AND coalesce(m.supersededAt > $knownAt, true)
        AND coalesce(m.validFrom <= $asOf, true) AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
      WITH c, count(DISTINCT a) AS many
      RETURN {id: c.id, accounts: many} ORDER BY many DESC, c.id
    } AS clusters,
    size([n IN chosen WHERE n.accounts > $maxUsers]) AS hubs,
    null AS shared, null AS of
UNION ALL
  UNWIND accounts AS a
  // a network that was chosen is reached through any of its addresses
  MATCH (a)-[t:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF]->()-[:IN_NETWORK]->{0,1}(n)
  WHERE (NOT n:Network OR n IN chosen) AND coalesce(n.knownFrom <= $knownAt, true)
    AND (t:VERIFIED_BY|SEAT_OF OR t.days IS NULL OR coalesce(t.firstSeen < $dayAfter, t.days[0] <= $day)) AND (
    t.known IS NULL OR t.known[0] <= $known
    OR size(t.known) > 2 AND any(i IN range(2, size(t.known) - 2, 2) WHERE t.known[i] <= $known AND t.days[t.known[i + 1]] <= $day))
  WITH chosen, n, collect(DISTINCT a.id) AS of
  WHERE size(of) >= 2 OR n IN chosen
  // what it says in the cluster where it says most
  WITH n, of, coalesce(head(COLLECT {
    MATCH (c:Cluster)-[s:SUPPORTED_BY]->(n)
    WHERE c.validTo IS NULL AND s.run = c.run AND NOT coalesce(s.discounted, false) AND coalesce(s.recordedAt, c.recordedAt) <= $knownAt
    RETURN s.bits AS bits ORDER BY bits DESC LIMIT 1
  }), 0.0) AS bits
  ORDER BY bits DESC, size(of) DESC, n.id LIMIT $maxShared
  RETURN null AS found, null AS members, null AS clusters, null AS hubs,
    {
      nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id), bits: bits,
      total: coalesce(n.accounts, size(of))
    } AS shared,
    of
}
RETURN found, members, clusters, hubs, shared, of AS accounts
