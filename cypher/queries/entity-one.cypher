/* One entity with what is known of it and how much stands next to it.
   in:  $type (label), $id, $shown (names of the properties that may be shown), $maxTimelineEdges
   out: at most one row: id, label, properties (pairs), clusters, counts, timeline (pairs of day and count), hub */
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization|Cluster {id: $id})
WHERE $type IN labels(n)
// counts without a condition come from the degree store: no edge is read
WITH n,
  COUNT { (n)<-[:PAID_WITH]-() } + COUNT { (n)<-[:CONNECTED_FROM]-() } + COUNT { (n)<-[:HAS_IDENTIFIER]-() }
    + COUNT { (n)<-[:PROMPTED]-() } AS uses
RETURN n.id AS id,
  coalesce(n.name, n.label, n.instrument, n.value, n.id) AS label,
  [name IN $shown WHERE n[name] IS NOT NULL | [name, n[name]]] AS properties,
  COLLECT {
    MATCH (n)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS NULL
    RETURN {id: c.id, state: CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END, membership: m.membership}
    ORDER BY m.membership DESC, c.id
  } + COLLECT {
    MATCH (n)<-[s:SUPPORTED_BY]-(c:Cluster) WHERE c.validTo IS NULL AND s.run = c.run
    WITH DISTINCT c
    RETURN {id: c.id, state: c.state, membership: null} ORDER BY c.score DESC, c.id LIMIT 20
  } AS clusters,
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
  } AS counts,
  [i IN range(0, size(coalesce(n.dayExchanges, [])) - 1) | [n.days[i], n.dayExchanges[i]]] + COLLECT {
    WITH n, uses WHERE uses <= $maxTimelineEdges
    MATCH (n)<-[r:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED]-()
    UNWIND range(0, size(coalesce(r.days, [])) - 1) AS i
    WITH r.days[i] AS day, sum(r.counts[i]) AS count
    RETURN [day, count] ORDER BY day
  } AS timeline,
  uses > $maxTimelineEdges AS hub
