// In: $id. Out: whether this transaction is the one that writes the part. Of two that try at once the
// second waits here until the first is done.
MERGE (p:BatchPart {id: $id})
RETURN p.read IS NULL AS mine
