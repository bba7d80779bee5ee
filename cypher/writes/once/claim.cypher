/* Takes a key for a request, unless another has it, or has been answered under it.
   in:  $id, $user, $digest (of the request), $holder, $now, $heldUntil, $expiresAt
   out: one row: taken, same (whether it is the same request), acted (what was done, null where nothing was), answer (sealed, null
        where it was not kept), held (whether a request is at it) */
MERGE (k:IdempotencyKey {id: $id})
// the write takes the lock before anything is read
SET k.tries = coalesce(k.tries, 0) + 1
WITH k, k.expiresAt IS NULL OR k.expiresAt <= $now OR (k.answer IS NULL AND k.acted IS NULL AND k.heldUntil <= $now) AS taken
FOREACH (one IN CASE WHEN taken THEN [k] ELSE [] END |
  SET one.user = $user, one.digest = $digest, one.holder = $holder, one.heldUntil = $heldUntil, one.expiresAt = $expiresAt,
    one.acted = null, one.answer = null)
RETURN taken, k.digest = $digest AS same, k.acted AS acted, k.answer AS answer, k.heldUntil > $now AS held
