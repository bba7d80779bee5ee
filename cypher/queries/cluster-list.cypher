/* One page of the clusters that stand now.
   in:  $state, $text (lower case), $organization: filters, null lets everything through
        $hidden: ids of clusters that are left out
        $sort, $descending, $limit; $afterKey and $afterId: the last row of the page before, or null
   out: one row: total (under the filter), rows (maps; key is the value sorted by) */
MATCH (c:Cluster)
WHERE c.validTo IS NULL AND NOT c.id IN $hidden
  AND ($state IS NULL OR c.state = $state)
  AND ($organization IS NULL OR c.organization = $organization)
OPTIONAL MATCH (o:Organization {id: c.organization})
WITH c, o
WHERE $text IS NULL
   OR toLower(c.id) CONTAINS $text
   OR toLower(coalesce(o.name, '')) CONTAINS $text
   OR any(k IN coalesce(c.capabilities, []) WHERE toLower(k) CONTAINS $text)
WITH collect({c: c, name: o.name, key: CASE $sort
  WHEN 'score' THEN toFloat(coalesce(c.score, 0))
  WHEN 'accounts' THEN toFloat(coalesce(c.accounts, 0))
  WHEN 'exchanges' THEN toFloat(coalesce(c.exchanges, 0))
  WHEN 'firstSeen' THEN toFloat(coalesce(c.firstSeen.epochMillis, 0))
  WHEN 'lastSeen' THEN toFloat(coalesce(c.lastSeen.epochMillis, 0))
END}) AS found
CALL (found) {
  UNWIND found AS f
  WITH f.c AS c, f.name AS name, f.key AS key
  WHERE $afterId IS NULL
     OR CASE WHEN $descending THEN key < $afterKey ELSE key > $afterKey END
     OR key = $afterKey AND c.id > $afterId
  ORDER BY CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC, c.id
  LIMIT $limit
  RETURN collect(c {
    .id, .state, .score, .linked, .abusive, .accounts, .reviewAccounts, .exchanges, .firstSeen, .lastSeen, .facets,
    .organization, .confidence, organizationName: name, key: key,
    targets: COLLECT {
      MATCH (c)-[t:TARGETS]->(k:Capability)
      RETURN {id: k.id, exchanges: t.exchanges, share: t.share} ORDER BY t.exchanges DESC, k.id
    }
  }) AS rows
}
RETURN size(found) AS total, rows
