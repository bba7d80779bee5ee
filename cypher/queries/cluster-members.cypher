/* One page of the members of a cluster.
   in:  $id, $hidden (ids of accounts that are left out), $state (or null), $sort, $descending, $limit; $afterKey and $afterId: the last row of the page before, or null
   out: at most one row (none: no such cluster): total (under the filter), rows (maps; key is the value sorted by) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
CALL (c) {
  MATCH (a:Account)-[m:MEMBER_OF]->(c)
  WHERE m.validTo IS NULL AND NOT a.id IN $hidden
    AND ($state IS NULL OR CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END = $state)
  RETURN count(a) AS total
}
CALL (c) {
  // Not by way of a list of all: each row of a page would be charged for the whole of it, and a large cluster have no members.
  MATCH (a:Account)-[m:MEMBER_OF]->(c)
  WHERE m.validTo IS NULL AND NOT a.id IN $hidden
  // an account is never surer than its cluster
  WITH a, m, CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state, CASE $sort
    WHEN 'membership' THEN toFloat(coalesce(m.membership, 0))
    WHEN 'exchanges' THEN toFloat(coalesce(a.exchanges, 0))
    WHEN 'createdAt' THEN toFloat(coalesce(a.createdAt.epochMillis, 0))
    WHEN 'account' THEN a.id
  END AS key
  WHERE ($state IS NULL OR state = $state)
    AND ($afterId IS NULL
      OR CASE WHEN $descending THEN key < $afterKey ELSE key > $afterKey END
      OR key = $afterKey AND a.id > $afterId)
  ORDER BY CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC, a.id
  LIMIT $limit
  RETURN collect(a {
    .id, .exchanges, .createdAt, .firstSeen, .lastSeen, .status, .emailDomain,
    state: state, membership: m.membership, bits: m.bits, facets: m.facets, facetBits: m.facetBits, key: key
  }) AS rows
}
RETURN total, rows
