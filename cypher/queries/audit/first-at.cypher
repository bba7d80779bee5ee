/* The number of the first entry that is not earlier than a time.
   in:  $at
   out: seq; nothing where all are earlier */
MATCH (e:AuditEntry)
WHERE e.at >= $at AND e.seq IS NOT NULL
RETURN e.seq AS seq
ORDER BY e.at, e.seq
LIMIT 1
