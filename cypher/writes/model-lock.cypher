// In: $rows, ids in byte order. Makes what is missing, locks, and gives back the facts (null for what
// was made just now) and when they became known.
UNWIND $rows AS id
MERGE (n:Model {id: id})
SET n.lock = true // a property that depends on nothing: the lock is held before anything is read
REMOVE n.lock
RETURN n.id AS id, n.facts AS facts, n.factsKnown AS factsKnown
