/* Opens a run under the next number.
   in:  $asOf, $recordedAt
   out: id */
MERGE (n:Sequence {id: 'run'})
SET n.value = coalesce(n.value, 0) + 1
WITH n.value AS seq
CREATE (r:Run {id: 'run-' + seq, seq: seq, asOf: $asOf, recordedAt: $recordedAt, complete: false})
RETURN r.id AS id
