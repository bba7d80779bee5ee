/* One page of the detection runs, the latest first.
   in:  $limit; $afterKey (null on the first page)
   out: one row: total, rows (maps) */
RETURN COUNT { (:Run) } AS total,
  COLLECT {
    MATCH (r:Run) WHERE $afterKey IS NULL OR r.seq < $afterKey
    RETURN r {.id, .seq, .asOf, .ignoring, .lowered, .recordedAt, .complete, .accounts, .clusters, .millis} ORDER BY r.seq DESC LIMIT $limit
  } AS rows
