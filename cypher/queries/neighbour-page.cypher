/* What is shown of a few neighbours of an entity. They are found by their edges: by their ids each would be sought among all.
   in:  $type (label), $id, $edges (element ids)
   out: a row for each that is still there: edge, label, firstSeen, lastSeen, state, total */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization|Cluster {id: $id})
WHERE $type IN labels(n)
CALL (n) {
  UNWIND $edges AS edge
  MATCH ()-[r]->() WHERE elementId(r) = edge
  WITH n, r, edge, CASE n WHEN startNode(r) THEN endNode(r) WHEN endNode(r) THEN startNode(r) END AS x
  WHERE x IS NOT NULL
  RETURN edge, coalesce(x.name, x.label, x.instrument, x.value, x.id) AS label, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen,
    CASE
      WHEN x:Cluster THEN x.state
      WHEN x:Account THEN head(COLLECT {
        MATCH (x)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS NULL
        WITH CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
        RETURN state ORDER BY state
      })
    END AS state,
    CASE WHEN x:Account THEN null ELSE x.accounts END AS total
}
RETURN edge, label, firstSeen, lastSeen, state, total
