/* Takes a lease that is free or has run out. Times are the database's own, so that clocks of several machines need
   not agree.
   in:  $name, $holder (a name that is used once; a second try under it after a lost answer succeeds), $millis
   out: one row if it is ours now, else none */
MERGE (l:Lease {name: $name})
// the write takes the lock before anything is read
SET l.tries = coalesce(l.tries, 0) + 1
WITH l
WHERE l.holder IS NULL OR l.holder = $holder OR l.expiresAt < datetime()
SET l.holder = $holder, l.expiresAt = datetime() + duration({milliseconds: $millis})
RETURN l.name AS name
