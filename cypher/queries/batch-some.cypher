/* Batches by their ids.
   in:  $ids
   out: a row for each that there is: row (map) */
MATCH (b:Batch) WHERE b.id IN $ids
RETURN b {.id, .seq, .source, .recordedAt, .complete, .bytes, .baseRead, .baseRejected, .read, .created, .updated, .unchanged,
  .rejected, .exchanges, .rejectionCodes, .rejectionCounts, .tailReason, .tailBytes, .deadLetterBytes} AS row
