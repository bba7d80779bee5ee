/* Gives a key back under which nothing was done; what was done stays said, and nobody is at it any more.
   in:  $id, $holder, $now */
MATCH (k:IdempotencyKey {id: $id, holder: $holder})
SET k.heldUntil = $now
WITH k WHERE k.acted IS NULL
DELETE k
