/* Keeps others from raising alerts until the transaction ends.
   out: place (of the last event that was looked at, 0 before the first) */
MERGE (s:Sequence {id: 'alert'})
// the write takes the lock before anything is read
SET s.tries = coalesce(s.tries, 0) + 1
RETURN coalesce(s.value, 0) AS place
