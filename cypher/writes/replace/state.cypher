// Locks the sequence of batches until the transaction ends: no segment can be begun meanwhile. Out: the batch that is being
// replaced and by whom, null where none is; the last replacement that came to its end; batches of which a segment is being
// written; batches of topics.
MERGE (s:Sequence {id: 'batch'})
ON CREATE SET s.value = 0
SET s.lock = true // depends on nothing: the lock is held before anything is read
REMOVE s.lock
RETURN s.replacing AS replacing, s.replacingToken AS token, s.replacedToken AS last,
  COLLECT { MATCH (b:Batch) WHERE b.cutSegment > b.segments RETURN b.id ORDER BY b.id } AS open,
  COLLECT { MATCH (b:Batch) WHERE b.offset IS NOT NULL RETURN b.id ORDER BY b.id } AS topics
