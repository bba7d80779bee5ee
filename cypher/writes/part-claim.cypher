// In: $id of the part, $batch, $segment. Out: whether this transaction is the one that writes the part. Of two that
// try at once the second waits here until the first is done. The batch's position is read after the marker was taken:
// whoever comes when all of the segment is in finds no marker any more, but a batch that has moved on.
MERGE (p:BatchPart {id: $id})
WITH p, p.read IS NULL AS free
MATCH (b:Batch {id: $batch})
WITH p, free, free AND b.segments < $segment AS mine
FOREACH (ignored IN CASE WHEN free AND NOT mine THEN [1] ELSE [] END | DELETE p)
RETURN mine
