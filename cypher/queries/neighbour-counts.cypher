/* How much stands next to an entity, by relation and type.
   in:  $type (label), $id
   out: at most one row (none: no such entity): counts */
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
    WITH type(r) AS relation, labels(x)[0] AS type, count(DISTINCT x) AS count
    RETURN {relation: relation, type: type, count: count} ORDER BY relation, type
  } AS counts
