/* One page of the detection runs, the latest first.
   in:  $limit; $afterKey (null on the first page)
   out: one row: total, rows (maps) */
RETURN COUNT { (:Run) } AS total,
  COLLECT {
    MATCH (r:Run) WHERE $afterKey IS NULL OR r.seq < $afterKey
    RETURN r {.id, .seq, .asOf, .ignoring, .lowered, .decisions, .suppressions, .since, touched: coalesce(r.touched, r.accounts), .recordedAt, .complete, .status, .accounts, .clusters, .millis, unfinished: COLLECT {
      MATCH (r)-[:INCLUDES]->(d:DetectorRun) WHERE d.status <> 'complete'
      RETURN d.detector + ' is ' + d.status + ': ' + coalesce(d.reason, '?') AS text ORDER BY text
    }} ORDER BY r.seq DESC LIMIT $limit
  } AS rows
