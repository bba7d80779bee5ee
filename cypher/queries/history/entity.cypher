/* One entity as it was at a moment, by what was known at another, and how much stood next to it.
   in:  $type (label), $id, $shown (names of the properties that may be shown), $maxTimelineEdges, $asOf (instant), $day (its date),
        $knownAt (instant), $known (the same in epoch milliseconds)
   out: as queries/entity-one; there (whether it was there), facts, factsKnown */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: $id})
WHERE $type IN labels(n)
CALL (n) {
  MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster) WHERE c.validTo IS NULL AND coalesce(s.recordedAt, c.recordedAt) <= $knownAt
  RETURN collect(c) AS ties
}
CALL (n) {
  MATCH (p:PastSupport {key: n.id}) WHERE p.type IN labels(n) AND p.recordedAt <= $knownAt AND p.supersededAt > $knownAt
  MATCH (p)<-[:RESTED_ON]-(c:Cluster)
  RETURN collect(c) AS tied
}
CALL (n) {
  MATCH (n)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS]-(x)
  WHERE coalesce(n.knownFrom <= $knownAt, true) AND coalesce(x.knownFrom <= $knownAt, true)
  WITH type(e) AS relation, labels(x)[0] AS type, e.days AS days, e.counts AS counts, coalesce(e.known, [0, 0]) AS known
  WHERE days IS NULL OR (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
  WITH relation, type, count(*) AS count
  RETURN collect({relation: relation, type: type, count: count}) AS touched
}
WITH n, ties, tied, touched, coalesce(n.days, []) AS days, coalesce(n.dayExchanges, []) AS counts, coalesce(n.known, [0, 0]) AS known,
  COUNT { (n)<-[:PAID_WITH]-() } + COUNT { (n)<-[:CONNECTED_FROM]-() } + COUNT { (n)<-[:HAS_IDENTIFIER]-() } + COUNT { (n)<-[:PROMPTED]-() } AS uses
WITH n, ties, tied, touched, days, counts, uses,
  [i IN range(0, size(days) - 1) WHERE days[i] <= $day AND last([j IN range(0, size(known) - 2, 2) WHERE known[j + 1] <= i | known[j]]) <= $known] AS seen
RETURN n.id AS id,
  coalesce(n.name, n.label, n.instrument, n.value, n.id) AS label,
  CASE
    WHEN n:Account THEN coalesce(n.knownFrom <= $knownAt, true) AND (seen <> [] OR touched <> [] OR coalesce(n.createdAt <= $asOf, false))
    WHEN n:PaymentInstrument OR n:IpAddress OR n:Identifier OR n:PromptFamily THEN touched <> []
    // there as soon as something was stated of it; a fact is kept as field, time and value
    WHEN n.factsKnown IS NOT NULL THEN any(i IN range(0, size(n.facts) - 1) WHERE toInteger(split(n.facts[i], '\u001f')[1]) <= $asOf.epochMillis
      AND last([j IN range(0, size(n.factsKnown) - 2, 2) WHERE n.factsKnown[j + 1] <= i | n.factsKnown[j]]) <= $known)
    ELSE true
  END AS there,
  [name IN $shown WHERE n[name] IS NOT NULL | [name, n[name]]] AS properties,
  n.facts AS facts, n.factsKnown AS factsKnown,
  reduce(sum = 0, i IN seen | sum + counts[i]) AS exchanges,
  // tokens are not kept by day: only all of them are known
  CASE WHEN size(seen) = size(days) THEN n.inputTokens END AS inputTokens,
  CASE WHEN size(seen) = size(days) THEN n.outputTokens END AS outputTokens,
  CASE WHEN seen = [] THEN null WHEN seen[0] = 0 THEN n.firstSeen ELSE datetime({date: days[seen[0]]}) END AS firstSeen,
  CASE WHEN seen = [] THEN null WHEN seen[-1] = size(days) - 1 THEN n.lastSeen ELSE datetime({date: days[seen[-1]]}) END AS lastSeen,
  COLLECT {
    MATCH (n)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c:Cluster)
    WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
      AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
    RETURN {id: c.id, state: m.state, membership: m.membership}
    ORDER BY m.membership DESC, c.id
  } + COLLECT {
    UNWIND ties + tied AS c
    WITH DISTINCT c
    RETURN {id: c.id, state: c.state, membership: null} ORDER BY c.score DESC, c.id LIMIT 20
  } AS clusters,
  touched + COLLECT {
    MATCH (n)-[e:VERIFIED_BY|SEAT_OF|IN_NETWORK]-(x)
    WITH type(e) AS relation, labels(x)[0] AS type, count(*) AS count
    RETURN {relation: relation, type: type, count: count}
  } + COLLECT {
    MATCH (n)-[e:MEMBER_OF|WAS_MEMBER_OF]->(x)
    WHERE e.recordedAt <= $knownAt AND coalesce(e.supersededAt > $knownAt, true)
      AND e.validFrom <= $asOf AND (e.supersededAt IS NOT NULL OR e.validTo IS NULL OR e.validTo > $asOf)
    WITH count(*) AS count
    RETURN {relation: 'MEMBER_OF', type: 'Cluster', count: count}
  } + COLLECT {
    MATCH (n)<-[e:ATTRIBUTED_TO]-(c:Cluster)
    WHERE c.validTo IS NULL AND coalesce(c.revisedAt, c.recordedAt) <= $knownAt
    WITH count(*) AS count
    RETURN {relation: 'ATTRIBUTED_TO', type: 'Cluster', count: count}
  } + [{relation: 'SUPPORTED_BY', type: 'Cluster', count: size(ties) + size(tied)}] AS counts,
  [i IN seen | [days[i], counts[i]]] + COLLECT {
    WITH n, uses WHERE uses <= $maxTimelineEdges
    MATCH (n)<-[r:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED]-()
    WITH r.days AS on, r.counts AS times, coalesce(r.known, [0, 0]) AS from
    UNWIND range(0, size(on) - 1) AS i
    WITH on[i] AS day, times[i] AS count, last([j IN range(0, size(from) - 2, 2) WHERE from[j + 1] <= i | from[j]]) AS since
    WHERE day <= $day AND since <= $known
    WITH day, sum(count) AS count
    RETURN [day, count] ORDER BY day
  } AS timeline,
  uses > $maxTimelineEdges AS hub
