// Waits for transactions that make networks. Out: how often networks were made, by this worker or another.
MERGE (s:Sequence {id: 'network'})
ON CREATE SET s.changes = 0
SET s.lock = true // depends on nothing: the lock is held before anything is read
REMOVE s.lock
RETURN s.changes AS changes
