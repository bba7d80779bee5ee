/* What is to be said of the nodes and steps of chains.
   in:  $nodes (element ids), $steps (pairs of element ids)
   out: one row: nodes (maps by key: what it is called, bits of the cluster that most rests on it), edges (maps by the pair: relation,
        start, how often and when) */
RETURN
  COLLECT {
    UNWIND $nodes AS key
    MATCH (n) WHERE elementId(n) = key
    RETURN {
      key: key, label: coalesce(n.name, n.label, n.instrument, n.value, n.id),
      bits: COLLECT { MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster) WHERE c.validTo IS NULL AND s.run = c.run RETURN max(s.bits) }[0]
    }
  } AS nodes,
  COLLECT {
    UNWIND $steps AS step
    MATCH (a) WHERE elementId(a) = step[0]
    MATCH (b) WHERE elementId(b) = step[1]
    MATCH (a)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(b)
    WITH step, e ORDER BY type(e)
    WITH step, head(collect(e)) AS e
    RETURN e {step: step, relation: type(e), start: elementId(startNode(e)), .total, .firstSeen, .lastSeen}
  } AS edges
