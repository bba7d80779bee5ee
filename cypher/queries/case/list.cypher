/* One page of the cases, the latest first.
   in:  $status, $assignee, $priority, $tag, $of (`cluster:c-1`: it is in the case): filters, null lets everything through
        $overdue (whether it is not closed and has taken longer than it may; null lets everything through), $now, $allowed (milliseconds by priority)
        $limit; $afterKey: the number of the last row of the page before, or null
   out: one row: total (under the filter), rows (maps) */
MATCH (f:CaseFile)
WHERE ($status IS NULL OR f.status = $status)
  AND ($assignee IS NULL OR f.assignee = $assignee)
  AND ($priority IS NULL OR f.priority = $priority)
  AND ($tag IS NULL OR $tag IN f.tags)
  AND ($of IS NULL OR EXISTS { MATCH (f)-[:HOLDS]->(i:CaseItem {of: $of}) WHERE i.removedAt IS NULL })
  AND ($overdue IS NULL OR $overdue =
    (f.status <> 'closed'
     AND coalesce(f.standsSince, $now).epochMillis - f.openedAt.epochMillis - f.stoodMillis > $allowed[f.priority]))
WITH collect(f) AS found
CALL (found) {
  UNWIND found AS f
  WITH f
  WHERE $afterKey IS NULL OR f.seq < $afterKey
  ORDER BY f.seq DESC
  LIMIT $limit
  RETURN collect(f {
    .*,
    accounts: COUNT { MATCH (f)-[:HOLDS]->(i:CaseItem) WHERE i.type = 'account' AND i.removedAt IS NULL },
    clusters: COUNT { MATCH (f)-[:HOLDS]->(i:CaseItem) WHERE i.type = 'cluster' AND i.removedAt IS NULL },
    comments: COUNT { MATCH (f)-[:HAS_COMMENT]->(c:CaseComment) WHERE c.deletedAt IS NULL }
  }) AS rows
}
RETURN size(found) AS total, rows
