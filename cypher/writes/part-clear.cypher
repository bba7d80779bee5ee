// In: $rows, part ids of a segment whose position the batch has taken over.
UNWIND $rows AS id
MATCH (p:BatchPart {id: id})
DELETE p
