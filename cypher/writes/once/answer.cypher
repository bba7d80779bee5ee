/* Keeps what was answered.
   in:  $id, $holder, $answer (sealed) */
MATCH (k:IdempotencyKey {id: $id, holder: $holder})
SET k.answer = $answer
