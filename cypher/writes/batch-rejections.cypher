// In: $id. Out: the batch's rejected lines by reason code, a broken end left out.
MATCH (b:Batch {id: $id})
RETURN b.rejectionCodes AS codes, b.rejectionCounts AS counts
