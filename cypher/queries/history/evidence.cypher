/* What tied a cluster at a moment, by what was known at another, the strongest first. How much it ties is the judgement of the run that
   was the latest then; of what members share it counts once two of them had shown it.
   in:  $id, $maxEvidence, $day (date of the moment), $knownAt (instant), $known (the same in epoch milliseconds)
   out: one row: evidence (maps as in queries/cluster-one), evidenceTotal */
MATCH (c:Cluster {id: $id})
CALL (c) {
  MATCH (c)-[s:SUPPORTED_BY]->(n) WHERE coalesce(s.recordedAt, c.recordedAt) <= $knownAt
  RETURN s {
    .facet, .detector, .bits, .members, .total, .discounted, .reason,
    nodeLabel: labels(n)[0], key: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id)
  } AS e, n
  UNION ALL
  MATCH (c)-[:RESTED_ON]->(p:PastSupport) WHERE p.recordedAt <= $knownAt AND p.supersededAt > $knownAt
  OPTIONAL MATCH (n:PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern {id: p.key}) WHERE p.type IN labels(n)
  RETURN p {.facet, .detector, .bits, .members, .total, .discounted, .reason, nodeLabel: p.type, key: p.key, label: p.label} AS e, n
}
CALL (c, n) {
  MATCH (n)<-[:IN_NETWORK]-{0,1}()<-[t:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED]-(a:Account)
  WITH c, a, t.days AS days, coalesce(t.known, [0, 0]) AS known
  WHERE (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
    AND EXISTS { (a)-[:MEMBER_OF|WAS_MEMBER_OF]->(c) }
  WITH DISTINCT a LIMIT 2
  RETURN count(a) AS shown
}
// a pattern has no days, and what is gone from the graph can be asked no more: there the run's word stands
WITH e, n, shown WHERE shown = 2 OR e.nodeLabel = 'Pattern' OR n IS NULL
WITH e ORDER BY e.discounted, e.bits DESC, e.members DESC, e.key
WITH collect(e) AS ties
RETURN ties[..$maxEvidence] AS evidence, size(ties) AS evidenceTotal
