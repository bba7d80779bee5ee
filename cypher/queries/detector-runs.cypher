/* One page of the runs of one detector, the latest first.
   in:  $detector, $limit; $afterKey (null on the first page)
   out: one row: total, rows (maps) */
RETURN COUNT { MATCH (:Run)-[:INCLUDES]->(:DetectorRun {detector: $detector}) } AS total,
  COLLECT {
    MATCH (r:Run)-[:INCLUDES]->(d:DetectorRun {detector: $detector}) WHERE $afterKey IS NULL OR r.seq < $afterKey
    RETURN d {.id, .detector, .version, .params, .status, .reason, .links, .members, .millis, .recordedAt, run: r.id, seq: r.seq, asOf: r.asOf}
    ORDER BY r.seq DESC LIMIT $limit
  } AS rows
