/* Makes sure that a lease is still ours, until the transaction ends: nobody can take it before.
   in:  $lease, $holder
   out: one row if it is ours, else none */
MATCH (l:Lease {name: $lease})
// the write takes the lock before anything is read
SET l.tries = coalesce(l.tries, 0) + 1
WITH l
WHERE l.holder = $holder
RETURN l.name AS name
