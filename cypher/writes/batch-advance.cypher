// In: $id, $properties: position and counts behind a segment that is now in the graph.
MATCH (b:Batch {id: $id})
SET b += $properties
