/* How many members clusters had at a moment and how much they did, by what was known at another; over the counted ones: the labelled, or
   all of a cluster for review. Activity counts by days, those of the window that the run looked at.
   in:  $rows: {id, state, windowFrom (date or null)}, $asOf (instant), $day (its date), $knownAt (instant), $known (the same in epoch milliseconds)
   out: id, members, accounts, reviewAccounts, exchanges, firstSeen, lastSeen */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.id})
CALL (c, row) {
  MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
  WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
    AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  WITH a, CASE WHEN row.state = 'review' THEN 'review' ELSE m.state END AS state
  WITH a, state, coalesce(a.days, []) AS days, coalesce(a.dayExchanges, []) AS counts, coalesce(a.known, [0, 0]) AS known
  WITH a, state, days, counts,
    CASE
      WHEN state <> row.state OR known[0] > $known AND size(known) = 2 THEN []
      WHEN size(known) = 2 THEN [i IN range(0, size(days) - 1) WHERE days[i] <= $day]
      ELSE [i IN range(0, size(days) - 1) WHERE days[i] <= $day AND last([j IN range(0, size(known) - 2, 2) WHERE known[j + 1] <= i | known[j]]) <= $known]
    END AS seen
  RETURN count(*) AS members, count(CASE WHEN state = row.state THEN 1 END) AS accounts, count(CASE WHEN state = 'review' THEN 1 END) AS reviewAccounts,
    sum(reduce(sum = 0, i IN seen | sum + CASE WHEN row.windowFrom IS NULL OR days[i] >= row.windowFrom THEN counts[i] ELSE 0 END)) AS exchanges,
    min(CASE WHEN seen = [] THEN null WHEN seen[0] = 0 THEN a.firstSeen ELSE datetime({date: days[seen[0]]}) END) AS firstSeen,
    max(CASE WHEN seen = [] THEN null WHEN seen[-1] = size(days) - 1 THEN a.lastSeen ELSE datetime({date: days[seen[-1]]}) END) AS lastSeen
}
RETURN c.id AS id, members, accounts, reviewAccounts, exchanges, firstSeen, lastSeen
