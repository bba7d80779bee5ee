/* What is to be said of the nodes and steps of chains at a moment, by what was known at another.
   in:  as queries/path/steps; $day (date of the moment), $knownAt (instant)
   out: as queries/path/steps */
RETURN
  COLLECT {
    UNWIND $nodes AS key
    MATCH (n) WHERE elementId(n) = key
    CALL (n) {
      MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster)
      WHERE c.validTo IS NULL AND s.run = c.run AND coalesce(s.recordedAt, c.recordedAt) <= $knownAt
      RETURN s.bits AS bits
      UNION ALL
      MATCH (p:PastSupport {key: n.id}) WHERE p.type IN labels(n) AND p.recordedAt <= $knownAt AND p.supersededAt > $knownAt
      RETURN p.bits AS bits
      UNION ALL
      RETURN null AS bits
    }
    WITH key, n, max(bits) AS bits
    RETURN {key: key, label: coalesce(n.name, n.label, n.instrument, n.value, n.id), bits: bits}
  } AS nodes,
  COLLECT {
    UNWIND $steps AS step
    MATCH (a) WHERE elementId(a) = step[0]
    MATCH (b) WHERE elementId(b) = step[1]
    MATCH (a)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(b)
    WITH step, e ORDER BY type(e)
    WITH step, head(collect(e)) AS e
    RETURN {
      step: step, relation: type(e), start: elementId(startNode(e)),
      total: reduce(sum = 0, i IN range(0, size(coalesce(e.days, [])) - 1) | sum + CASE WHEN e.days[i] <= $day THEN e.counts[i] ELSE 0 END),
      firstSeen: e.firstSeen,
      lastSeen: CASE WHEN e.days IS NULL OR e.days[-1] <= $day THEN e.lastSeen ELSE datetime({date: last([d IN e.days WHERE d <= $day])}) END
    }
  } AS edges
