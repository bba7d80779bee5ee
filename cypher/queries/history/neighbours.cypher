/* How much stood next to an entity at a moment, by what was known at another, and one page of it, the heaviest first.
   in:  $type (label), $id, $relations (types of edges), $neighbourType (label, or null), $minWeight, $limit; $afterKey and $afterId: the last row
        of the page before, or null; $asOf (instant), $day (its date), $knownAt (instant), $known (the same in epoch milliseconds)
   out: at most one row (none: no such entity): counts, total (under the filter), rows (maps) */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization|Cluster {id: $id})
WHERE $type IN labels(n)
CALL (n) {
  MATCH (n)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS]-(x)
  WHERE coalesce(n.knownFrom <= $knownAt, true) AND coalesce(x.knownFrom <= $knownAt, true)
  WITH e, x, e.days AS days, e.counts AS counts, coalesce(e.known, [0, 0]) AS known
  WHERE days IS NULL OR (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
  RETURN type(e) AS relation, x, e.firstSeen AS firstSeen, null AS state,
    CASE WHEN days IS NULL OR days[-1] <= $day THEN e.lastSeen ELSE datetime({date: last([d IN days WHERE d <= $day])}) END AS lastSeen,
    CASE
      WHEN days IS NULL THEN 1.0
      WHEN days[-1] <= $day THEN toFloat(e.total)
      ELSE toFloat(reduce(sum = 0, i IN range(0, size(days) - 1) | sum + CASE WHEN days[i] <= $day THEN counts[i] ELSE 0 END))
    END AS weight
  UNION ALL
  MATCH (n)-[e:VERIFIED_BY|SEAT_OF|IN_NETWORK]-(x)
  RETURN type(e) AS relation, x, null AS firstSeen, null AS state, null AS lastSeen, 1.0 AS weight
  UNION ALL
  MATCH (n)-[m:MEMBER_OF|WAS_MEMBER_OF]-(x)
  WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
    AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  RETURN 'MEMBER_OF' AS relation, x, null AS firstSeen, m.state AS state, null AS lastSeen, toFloat(m.membership) AS weight
  UNION ALL
  MATCH (n)-[s:SUPPORTED_BY|ATTRIBUTED_TO]-(x)
  WITH s, x, CASE WHEN n:Cluster THEN n ELSE x END AS c
  WHERE c.validTo IS NULL AND coalesce(s.recordedAt, c.revisedAt, c.recordedAt) <= $knownAt
  RETURN type(s) AS relation, x, null AS firstSeen, null AS state, null AS lastSeen, toFloat(coalesce(s.bits, s.confidence)) AS weight
  UNION ALL
  MATCH (p:PastSupport {key: n.id}) WHERE p.type IN labels(n) AND p.recordedAt <= $knownAt AND p.supersededAt > $knownAt
  MATCH (p)<-[:RESTED_ON]-(x:Cluster)
  RETURN 'SUPPORTED_BY' AS relation, x, null AS firstSeen, null AS state, null AS lastSeen, toFloat(p.bits) AS weight
}
WITH collect({relation: relation, x: x, firstSeen: firstSeen, lastSeen: lastSeen, state: state, weight: weight}) AS found
WITH found, [one IN found WHERE one.relation IN $relations AND one.weight >= $minWeight
  AND ($neighbourType IS NULL OR $neighbourType IN labels(one.x))] AS wanted
RETURN
  size(wanted) AS total,
  COLLECT {
    UNWIND found AS one
    WITH one.relation AS relation, labels(one.x)[0] AS type, count(*) AS count
    RETURN {relation: relation, type: type, count: count} ORDER BY relation, type
  } AS counts,
  COLLECT {
    UNWIND wanted AS one
    WITH one, one.x AS x, one.weight AS weight, one.x.id + '/' + one.relation AS key
    WHERE $afterId IS NULL OR weight < $afterKey OR weight = $afterKey AND key > $afterId
    WITH one, x, weight, key ORDER BY weight DESC, key LIMIT $limit
    RETURN {
      key: key, nodeLabel: labels(x)[0], id: x.id, label: coalesce(x.name, x.label, x.instrument, x.value, x.id),
      relation: one.relation, weight: weight, firstSeen: one.firstSeen, lastSeen: one.lastSeen,
      state: coalesce(one.state, CASE WHEN x:Cluster THEN x.state WHEN x:Account THEN head(COLLECT {
        MATCH (x)-[m:MEMBER_OF|WAS_MEMBER_OF]->(:Cluster)
        WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
          AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
        RETURN m.state AS state ORDER BY state
      }) END),
      total: CASE
        WHEN x:Account THEN null
        WHEN x:Cluster THEN COUNT {
          MATCH (x)<-[m:MEMBER_OF|WAS_MEMBER_OF]-()
          WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
            AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
            AND (x.state = 'review' OR m.state = 'labelled')
        }
        WHEN x.accounts IS NOT NULL THEN COUNT {
          MATCH (x)<-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS]-(a)
          WHERE coalesce(a.knownFrom <= $knownAt, true) AND (e.days IS NULL
            OR any(i IN range(0, size(coalesce(e.known, [0, 0])) - 2, 2)
              WHERE coalesce(e.known, [0, 0])[i] <= $known AND e.days[coalesce(e.known, [0, 0])[i + 1]] <= $day))
        }
      END
    }
  } AS rows
