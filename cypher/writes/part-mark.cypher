// In: $id, $properties: what became of the lines of the part that this transaction wrote.
MATCH (p:BatchPart {id: $id})
SET p += $properties
