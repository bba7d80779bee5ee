/* Opens a run under the next number. When it started is told by the database's clock, which all processes share.
   in:  $asOf, $window (ISO 8601 duration), $ignoring (texts TYPE:ID), $lines and $replaced (of all batches), $newest (when the
        newest batch was recorded, or null), $recordedAt
   out: id */
MERGE (n:Sequence {id: 'run'})
SET n.value = coalesce(n.value, 0) + 1
WITH n.value AS seq
CREATE (r:Run {id: 'run-' + seq, seq: seq, asOf: $asOf, window: $window, ignoring: $ignoring, lines: $lines, replaced: $replaced,
  newest: $newest, recordedAt: $recordedAt, startedAt: datetime(), complete: false})
RETURN r.id AS id
