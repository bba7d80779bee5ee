/* Takes a lease that is free, has run out, or is ours already. Times are the database's own, so that clocks of
   several machines need not agree.
   in:  $name, $holder, $seconds
   out: one row if it is ours now, else none */
MERGE (l:Lease {name: $name})
// the write takes the lock before anything is read
SET l.tries = coalesce(l.tries, 0) + 1
WITH l
WHERE l.holder IS NULL OR l.holder = $holder OR l.expiresAt < datetime()
SET l.holder = $holder, l.expiresAt = datetime() + duration({seconds: $seconds})
RETURN l.name AS name
