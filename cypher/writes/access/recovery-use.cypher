/* Puts the recovery codes that are left in the place of those there were.
   in:  $name, $sealed: those there were, $left
   out: one row if it was so, none if somebody was quicker */
MATCH (u:User {name: $name})
// the write takes the lock before anything is read
SET u.lock = true
REMOVE u.lock
WITH u
WHERE u.recovery = $sealed
SET u.recovery = $left
RETURN u.id AS id
