// Out: every batch of which something is in the graph; a broken end that was rejected is something.
MATCH (b:Batch) WHERE b.segments > 0
RETURN b.id AS id, b.seq AS seq, b.bytes AS bytes, b.digest AS digest, b.newlines AS newlines,
  b.headBytes AS headBytes, b.headDigest AS headDigest, b.segments AS segments, b.read AS read,
  b.created AS created, b.updated AS updated, b.unchanged AS unchanged, b.rejected AS rejected,
  b.exchanges AS exchanges, b.tailBytes AS tailBytes, b.deadLetterBytes AS deadLetterBytes,
  b.complete AS complete, b.baseRead AS baseRead, b.baseRejected AS baseRejected,
  b.earlierBytes AS earlierBytes, b.earlierDigests AS earlierDigests,
  b.earlierNewlines AS earlierNewlines, b.earlierRead AS earlierRead, b.earlierRejected AS earlierRejected
