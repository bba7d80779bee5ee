/* One page of what is attached to a case, the earliest first; of what was taken away who did so, when and why.
   in:  $case
        $limit; $afterKey: the number of the last row of the page before, or null
   out: one row: total, rows (maps) */
OPTIONAL MATCH (:CaseFile {id: $case})-[:HAS_ATTACHMENT]->(a:CaseAttachment)
WITH collect(a) AS found
CALL (found) {
  UNWIND found AS a
  WITH a
  WHERE $afterKey IS NULL OR a.seq > $afterKey
  ORDER BY a.seq
  LIMIT $limit
  RETURN collect(a {.*}) AS rows
}
RETURN size(found) AS total, rows
