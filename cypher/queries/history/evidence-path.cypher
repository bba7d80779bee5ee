/* The shortest chain of evidence between two entities that there was at a moment, by what was known at another. What a run derived
   (families, patterns) and who vouches for whom is that of today, where both ends were there.
   in:  as queries/evidence-path; $day (date of the moment), $knownAt (instant), $known (the same in epoch milliseconds)
   out: as queries/evidence-path */
MATCH (a:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: $from})
WHERE $fromType IN labels(a) AND coalesce(a.knownFrom <= $knownAt, true)
MATCH (b:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: $to})
WHERE $toType IN labels(b) AND coalesce(b.knownFrom <= $knownAt, true)
OPTIONAL MATCH p = shortestPath((a)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK*..8]-(b))
  WHERE a <> b AND all(x IN nodes(p) WHERE x = a OR x = b OR COUNT { (x)--() } <= $maxDegree AND coalesce(x.evidence, true) AND coalesce(x.knownFrom <= $knownAt, true))
    AND all(e IN relationships(p) WHERE e.days IS NULL
      OR any(i IN range(0, size(coalesce(e.known, [0, 0])) - 2, 2)
        WHERE coalesce(e.known, [0, 0])[i] <= $known AND e.days[coalesce(e.known, [0, 0])[i + 1]] <= $day))
WITH CASE WHEN a = b THEN [a] ELSE nodes(p) END AS chain, CASE WHEN a = b THEN [] ELSE relationships(p) END AS links
RETURN chain IS NOT NULL AS found,
  [n IN coalesce(chain, []) | {
    elementId: elementId(n), nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id),
    bits: COLLECT { MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster) WHERE c.validTo IS NULL AND s.run = c.run RETURN max(s.bits) }[0]
  }] AS nodes,
  [l IN coalesce(links, []) | {
    relation: type(l), start: elementId(startNode(l)),
    total: reduce(sum = 0, i IN range(0, size(coalesce(l.days, [])) - 1) | sum + CASE WHEN l.days[i] <= $day THEN l.counts[i] ELSE 0 END),
    firstSeen: l.firstSeen,
    lastSeen: CASE WHEN l.days IS NULL OR l.days[-1] <= $day THEN l.lastSeen ELSE datetime({date: last([d IN l.days WHERE d <= $day])}) END
  }] AS edges
