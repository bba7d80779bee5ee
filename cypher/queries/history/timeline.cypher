/* What the counted members of a cluster did by day, as queries/history/figures counts them.
   in:  $id, $of (the state of the cluster then), $windowFrom (date or null), $asOf (instant), $day (its date), $knownAt (instant),
        $known (the same in epoch milliseconds)
   out: day, exchanges, accounts */
MATCH (c:Cluster {id: $id})
MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
  AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  AND ($of = 'review' OR m.state = $of)
WITH a.days AS days, a.dayExchanges AS counts, coalesce(a.known, [0, 0]) AS known WHERE days IS NOT NULL
UNWIND range(0, size(days) - 1) AS i
WITH days[i] AS day, counts[i] AS count, i, known
WHERE day <= $day AND ($windowFrom IS NULL OR day >= $windowFrom)
  AND last([j IN range(0, size(known) - 2, 2) WHERE known[j + 1] <= i | known[j]]) <= $known
RETURN day, sum(count) AS exchanges, count(*) AS accounts
ORDER BY day
