/* Takes accounts and clusters out of a case; that they were in it stays.
   in:  $case, $by, $at, $reason, $of: [`cluster:c-1`, …]
   out: of, a row for each that was in it */
MATCH (f:CaseFile {id: $case})-[:HOLDS]->(i:CaseItem)
WHERE i.of IN $of AND i.removedAt IS NULL
SET i.removedBy = $by, i.removedAt = $at, i.removedReason = $reason
RETURN i.of AS of
