// In: $id. Locks a batch and gives it back.
MATCH (b:Batch {id: $id})
SET b.lock = true // depends on nothing: the lock is held before anything is read
REMOVE b.lock
RETURN b.id AS id, b.seq AS seq, b.bytes AS bytes, b.digest AS digest, b.newlines AS newlines,
  b.headBytes AS headBytes, b.headDigest AS headDigest, b.segments AS segments, b.read AS read,
  b.created AS created, b.updated AS updated, b.unchanged AS unchanged, b.rejected AS rejected,
  b.exchanges AS exchanges, b.tailBytes AS tailBytes, b.deadLetterBytes AS deadLetterBytes,
  b.complete AS complete, b.baseRead AS baseRead, b.baseRejected AS baseRejected,
  b.earlierBytes AS earlierBytes, b.earlierDigests AS earlierDigests,
  b.earlierNewlines AS earlierNewlines, b.earlierRead AS earlierRead, b.earlierRejected AS earlierRejected
