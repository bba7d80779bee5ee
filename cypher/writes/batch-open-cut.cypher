// In: $id. Out: how the segment is cut that some worker has begun to write, if there is one.
MATCH (b:Batch {id: $id})
WHERE b.cutSegment > b.segments
RETURN b.cutSegment AS segment, b.cutEnd AS end, b.cutDigest AS digest, b.cutParts AS parts, b.cutPartBytes AS partBytes
