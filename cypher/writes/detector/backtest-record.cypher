/* Records a backtest under the next number; none is ever changed.
   in:  $row (map), $asOf, $events, $recordedAt
   out: id */
MERGE (n:Sequence {id: 'backtest'})
SET n.value = coalesce(n.value, 0) + 1
WITH n.value AS seq
CREATE (b:Backtest {id: 'backtest-' + seq, seq: seq, asOf: $asOf, events: $events, recordedAt: $recordedAt})
SET b += $row
RETURN b.id AS id
