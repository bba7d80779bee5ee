/* One page of what happened to a case, the latest first.
   in:  $case
        $limit; $afterKey: the number of the last row of the page before, or null
   out: one row: total, rows (maps) */
OPTIONAL MATCH (:CaseFile {id: $case})-[:HAS_EVENT]->(e:CaseEvent)
WITH collect(e) AS found
CALL (found) {
  UNWIND found AS e
  WITH e
  WHERE $afterKey IS NULL OR e.seq < $afterKey
  ORDER BY e.seq DESC
  LIMIT $limit
  RETURN collect(e {.*}) AS rows
}
RETURN size(found) AS total, rows
