// In: $id, $properties. All that a batch says of its source, anew: null takes away what it had.
MATCH (b:Batch {id: $id})
SET b += $properties, b.replaced = coalesce(b.replaced, 0) + 1
