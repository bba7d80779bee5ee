/* One page of the members that a cluster had at a moment, by what was known at another.
   in:  as queries/cluster-members, $hidden (ids of accounts to leave out); $of (the state of the cluster then), $asOf (instant), $day (its date), $knownAt (instant),
        $known (the same in epoch milliseconds)
   out: as queries/cluster-members */
MATCH (c:Cluster {id: $id})
CALL (c) {
  MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
  WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
    AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  WITH a, m, CASE WHEN $of = 'review' THEN 'review' ELSE m.state END AS state
  WHERE ($state IS NULL OR state = $state) AND NOT a.id IN $hidden
  RETURN count(a) AS total
}
CALL (c) {
  MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
  WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
    AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  WITH a, m, CASE WHEN $of = 'review' THEN 'review' ELSE m.state END AS state
  WHERE ($state IS NULL OR state = $state) AND NOT a.id IN $hidden
  WITH a, m, state, CASE $sort
    WHEN 'membership' THEN toFloat(coalesce(m.membership, 0))
    WHEN 'exchanges' THEN toFloat(reduce(sum = 0, i IN CASE WHEN $sort = 'exchanges' THEN range(0, size(coalesce(a.days, [])) - 1) ELSE [] END
      | sum + CASE WHEN a.days[i] <= $day THEN a.dayExchanges[i] ELSE 0 END))
    WHEN 'createdAt' THEN toFloat(coalesce(a.createdAt.epochMillis, 0))
    WHEN 'account' THEN a.id
  END AS key
  WHERE $afterId IS NULL
     OR CASE WHEN $descending THEN key < $afterKey ELSE key > $afterKey END
     OR key = $afterKey AND a.id > $afterId
  ORDER BY CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC, a.id
  LIMIT $limit
  WITH a, m, state, key, coalesce(a.days, []) AS days, coalesce(a.dayExchanges, []) AS counts, coalesce(a.known, [0, 0]) AS known
  WITH a, m, state, key, days, counts,
    [i IN range(0, size(days) - 1) WHERE days[i] <= $day AND last([j IN range(0, size(known) - 2, 2) WHERE known[j + 1] <= i | known[j]]) <= $known] AS seen
  RETURN collect(a {
    .id, .createdAt, .facts, .factsKnown,
    exchanges: reduce(sum = 0, i IN seen | sum + counts[i]),
    firstSeen: CASE WHEN seen = [] THEN null WHEN seen[0] = 0 THEN a.firstSeen ELSE datetime({date: days[seen[0]]}) END,
    lastSeen: CASE WHEN seen = [] THEN null WHEN seen[-1] = size(days) - 1 THEN a.lastSeen ELSE datetime({date: days[seen[-1]]}) END,
    state: state, membership: m.membership, bits: m.bits, facets: m.facets, facetBits: m.facetBits, key: key
  }) AS rows
}
RETURN total, rows
