/* One page of what was written in a case, the earliest first; of what was deleted who did so and when.
   in:  $case
        $limit; $afterKey: the number of the last row of the page before, or null
   out: one row: total, rows (maps) */
OPTIONAL MATCH (:CaseFile {id: $case})-[:HAS_COMMENT]->(c:CaseComment)
WITH collect(c) AS found
CALL (found) {
  UNWIND found AS c
  WITH c
  WHERE $afterKey IS NULL OR c.seq > $afterKey
  ORDER BY c.seq
  LIMIT $limit
  RETURN collect(c {.*}) AS rows
}
RETURN size(found) AS total, rows
