/* Says what became of a message with one try more.
   in:  $id, $state (sent, failed, waiting), $nextAt (null: never), $problem (null: none), $now */
MATCH (m:AlertMessage {id: $id})
SET m.state = $state, m.attempts = m.attempts + 1, m.nextAt = $nextAt, m.problem = $problem,
  m.endedAt = CASE WHEN $state = 'waiting' THEN null ELSE $now END
