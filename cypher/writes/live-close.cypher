// In: $id, $offset. Nobody reads this stream any more, as far as we know: it still stands where we left it.
MATCH (b:Batch {id: $id}) WHERE b.offset = $offset
SET b.complete = true
