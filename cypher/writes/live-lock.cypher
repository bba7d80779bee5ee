// In: $id. Locks the batch of a stream and gives it back; no row where there is none (any more).
MATCH (b:Batch {id: $id})
SET b.lock = true // depends on nothing: the lock is held before anything is read
REMOVE b.lock
RETURN b.id AS id, b.seq AS seq, b.offset AS offset, b.window AS window, b.segments AS segments, b.read AS read, b.created AS created,
  b.updated AS updated, b.unchanged AS unchanged, b.rejected AS rejected, b.exchanges AS exchanges,
  b.deadLetterBytes AS deadLetterBytes
