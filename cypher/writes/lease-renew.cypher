/* Renews a lease; also one that has run out, as long as nobody else has taken it.
   in:  $name, $holder, $millis
   out: one row if it is still ours, else none */
MATCH (l:Lease {name: $name})
// the write takes the lock before anything is read
SET l.tries = coalesce(l.tries, 0) + 1
WITH l
WHERE l.holder = $holder
SET l.expiresAt = datetime() + duration({milliseconds: $millis})
RETURN l.name AS name
