/* Everything that stands next to an entity, as columns and in no order: as lean as it can be, since a hub has tens of thousands.
   in:  $type (label), $id
   out: at most one row (none: no such entity): groups (maps of relation, type, and the columns ids, edges (element ids), weights) */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization|Cluster {id: $id})
WHERE $type IN labels(n)
RETURN COLLECT {
    MATCH (n)-[r:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(x)
    WITH type(r) AS relation, labels(x)[0] AS type, collect(x.id) AS ids, collect(elementId(r)) AS edges,
      collect(toFloat(coalesce(r.total, 1))) AS weights
    RETURN {relation: relation, type: type, ids: ids, edges: edges, weights: weights}
  } + COLLECT {
    MATCH (n)-[r:MEMBER_OF|SUPPORTED_BY|ATTRIBUTED_TO]-(x)
    WHERE r.validTo IS NULL
      AND CASE WHEN n:Cluster THEN n.validTo WHEN x:Cluster THEN x.validTo END IS NULL
      AND (r:MEMBER_OF OR r.run = CASE WHEN n:Cluster THEN n.run ELSE x.run END)
    // several detectors may tie a cluster to one thing, which is one neighbour
    WITH r, x, toFloat(coalesce(r.membership, r.bits, r.confidence, 1)) AS weight ORDER BY weight DESC
    WITH type(r) AS relation, x, head(collect(elementId(r))) AS edge, max(weight) AS weight
    WITH relation, labels(x)[0] AS type, collect(x.id) AS ids, collect(edge) AS edges, collect(weight) AS weights
    RETURN {relation: relation, type: type, ids: ids, edges: edges, weights: weights}
  } AS groups
