// In: $id, $segment, $cut: how this worker has cut the batch's next segment. The first to begin a segment says how it
// is cut, and everyone keeps to that. The batch is locked. Out: the cut that holds.
MATCH (b:Batch {id: $id})
SET b.lock = true // depends on nothing: the lock is held before anything is read
REMOVE b.lock
WITH b, b.segments + 1 = $segment AND coalesce(b.cutSegment, 0) <= b.segments AS free
FOREACH (ignored IN CASE WHEN free THEN [1] ELSE [] END | SET b += $cut)
RETURN b.cutSegment AS segment, b.cutEnd AS end, b.cutDigest AS digest, b.cutParts AS parts, b.cutPartBytes AS partBytes
