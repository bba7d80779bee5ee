/* How much stands next to an entity, and one page of it, the heaviest first.
   in:  $type (label), $id, $relations (types of edges), $limit; $afterKey and $afterId: the last row of the page before, or null
   out: at most one row (none: no such entity): counts, rows (maps) */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization|Cluster {id: $id})
WHERE $type IN labels(n)
RETURN
  [
    {relation: 'PAID_WITH', type: 'PaymentInstrument', count: COUNT { (n)-[:PAID_WITH]->() }},
    {relation: 'PAID_WITH', type: 'Account', count: COUNT { (n)<-[:PAID_WITH]-() }},
    {relation: 'CONNECTED_FROM', type: 'IpAddress', count: COUNT { (n)-[:CONNECTED_FROM]->() }},
    {relation: 'CONNECTED_FROM', type: 'Account', count: COUNT { (n)<-[:CONNECTED_FROM]-() }},
    {relation: 'HAS_IDENTIFIER', type: 'Identifier', count: COUNT { (n)-[:HAS_IDENTIFIER]->() }},
    {relation: 'HAS_IDENTIFIER', type: 'Account', count: COUNT { (n)<-[:HAS_IDENTIFIER]-() }},
    {relation: 'PROMPTED', type: 'PromptFamily', count: COUNT { (n)-[:PROMPTED]->() }},
    {relation: 'PROMPTED', type: 'Account', count: COUNT { (n)<-[:PROMPTED]-() }},
    {relation: 'SHOWS', type: 'Pattern', count: COUNT { (n)-[:SHOWS]->() }},
    {relation: 'SHOWS', type: 'Account', count: COUNT { (n)<-[:SHOWS]-() }},
    {relation: 'VERIFIED_BY', type: 'Organization', count: COUNT { (n)-[:VERIFIED_BY]->() }},
    {relation: 'VERIFIED_BY', type: 'Account', count: COUNT { (n)<-[:VERIFIED_BY]-() }},
    {relation: 'SEAT_OF', type: 'Organization', count: COUNT { (n)-[:SEAT_OF]->() }},
    {relation: 'SEAT_OF', type: 'Account', count: COUNT { (n)<-[:SEAT_OF]-() }},
    {relation: 'IN_NETWORK', type: 'Network', count: COUNT { (n)-[:IN_NETWORK]->() }},
    {relation: 'IN_NETWORK', type: 'IpAddress', count: COUNT { (n)<-[:IN_NETWORK]-() }}
  ] + COLLECT {
    // what a run asserted may have ended since, so these are counted one by one; they are never many
    MATCH (n)-[r:MEMBER_OF|SUPPORTED_BY|ATTRIBUTED_TO]-(x)
    WHERE r.validTo IS NULL
      AND CASE WHEN n:Cluster THEN n.validTo WHEN x:Cluster THEN x.validTo END IS NULL
      AND (r:MEMBER_OF OR r.run = CASE WHEN n:Cluster THEN n.run ELSE x.run END)
    WITH type(r) AS relation, labels(x)[0] AS type, count(*) AS count
    RETURN {relation: relation, type: type, count: count} ORDER BY relation, type
  } AS counts,
  COLLECT {
    MATCH (n)-[r:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK|MEMBER_OF|SUPPORTED_BY|ATTRIBUTED_TO]-(x)
    WHERE type(r) IN $relations
      AND r.validTo IS NULL
      AND CASE WHEN n:Cluster THEN n.validTo WHEN x:Cluster THEN x.validTo END IS NULL
      AND (NOT r:SUPPORTED_BY|ATTRIBUTED_TO OR r.run = CASE WHEN n:Cluster THEN n.run ELSE x.run END)
    WITH r, x, toFloat(coalesce(r.membership, r.bits, r.confidence, r.total, 1)) AS weight, x.id + '/' + type(r) AS key
    WHERE $afterId IS NULL OR weight < $afterKey OR weight = $afterKey AND key > $afterId
    // only what is on the page is looked at more closely: a hub has tens of thousands
    WITH r, x, weight, key ORDER BY weight DESC, key LIMIT $limit
    RETURN {
      key: key, nodeLabel: labels(x)[0], id: x.id, label: coalesce(x.name, x.label, x.instrument, x.value, x.id),
      relation: type(r), weight: weight, firstSeen: r.firstSeen, lastSeen: r.lastSeen,
      state: CASE
        WHEN x:Cluster THEN x.state
        WHEN x:Account THEN head(COLLECT {
          MATCH (x)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS NULL
          WITH CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
          RETURN state ORDER BY state
        })
      END,
      total: CASE WHEN x:Account THEN null ELSE x.accounts END
    }
  } AS rows
