/* One page of the batches, the latest first.
   in:  $limit; $afterKey (null on the first page); $delivered (only those that came over HTTP)
   out: one row: total, rows (maps) */
RETURN COUNT { MATCH (b:Batch) WHERE NOT $delivered OR b.id STARTS WITH 'h-' } AS total,
  COLLECT {
    MATCH (b:Batch) WHERE ($afterKey IS NULL OR b.seq < $afterKey) AND (NOT $delivered OR b.id STARTS WITH 'h-')
    RETURN b {.id, .seq, .source, .recordedAt, .complete, .bytes, .baseRead, .baseRejected, .read, .created, .updated, .unchanged,
      .rejected, .exchanges, .rejectionCodes, .rejectionCounts, .tailReason, .tailBytes, .deadLetterBytes} ORDER BY b.seq DESC LIMIT $limit
  } AS rows
