/* The shortest chain of evidence between two entities that runs through no hub.
   in:  $fromType, $from, $toType, $to (labels and ids), $maxDegree: the most edges a node inside the chain may have
   out: no row where an end does not exist; else found, nodes and edges (maps) */
MATCH (a:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: $from})
WHERE $fromType IN labels(a)
MATCH (b:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: $to})
WHERE $toType IN labels(b)
OPTIONAL MATCH p = shortestPath((a)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK*..8]-(b))
  WHERE a <> b AND all(x IN nodes(p) WHERE x = a OR x = b OR COUNT { (x)--() } <= $maxDegree AND coalesce(x.evidence, true))
WITH CASE WHEN a = b THEN [a] ELSE nodes(p) END AS chain, CASE WHEN a = b THEN [] ELSE relationships(p) END AS links
RETURN chain IS NOT NULL AS found,
  [n IN coalesce(chain, []) | {
    elementId: elementId(n), nodeLabel: labels(n)[0], id: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id),
    bits: COLLECT { MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster) WHERE c.validTo IS NULL AND s.run = c.run RETURN max(s.bits) }[0]
  }] AS nodes,
  [l IN coalesce(links, []) | l {relation: type(l), start: elementId(startNode(l)), .total, .firstSeen, .lastSeen}] AS edges
