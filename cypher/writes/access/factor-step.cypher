/* Uses a time step of a second factor, once.
   in:  $name, $sealed: the secret that the code was checked against, $step
   out: one row if it had not been used, else none */
MATCH (u:User {name: $name})
// the write takes the lock before anything is read
SET u.lock = true
REMOVE u.lock
WITH u
WHERE u.secondFactor = $sealed AND coalesce(u.factorStep, -1) < $step
SET u.factorStep = $step
RETURN u.id AS id
