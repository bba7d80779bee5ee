// In: $id, $source, $recordedAt. Makes the batch of a stretch of a stream, here a partition of a topic, with the next sequence
// number, unless it is there; the sequence is locked from before it is read until the transaction ends. Out: the batch, and
// in `replacing` the batch that is being replaced, null where none is.
MERGE (s:Sequence {id: 'batch'})
ON CREATE SET s.value = 0
SET s.lock = true // depends on nothing: the lock is held before anything is read
REMOVE s.lock
WITH s
OPTIONAL MATCH (known:Batch {id: $id})
FOREACH (ignored IN CASE WHEN known IS NULL THEN [1] ELSE [] END |
  SET s.value = s.value + 1
  CREATE (:Batch {id: $id, seq: s.value, source: $source, recordedAt: $recordedAt, offset: 0, window: '', segments: 0, read: 0,
    applied: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, exchanges: 0, deadLetterBytes: 0, complete: false}))
WITH s
MATCH (b:Batch {id: $id})
RETURN s.replacing AS replacing, b.id AS id, b.seq AS seq, b.offset AS offset, b.window AS window, b.segments AS segments, b.read AS read, b.created AS created,
  b.updated AS updated, b.unchanged AS unchanged, b.rejected AS rejected, b.exchanges AS exchanges,
  b.deadLetterBytes AS deadLetterBytes
