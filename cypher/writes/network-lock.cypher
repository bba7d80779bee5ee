// In: $rows, ids in byte order. Makes what is missing, locks, and gives back the facts: null for what
// was made just now.
UNWIND $rows AS id
MERGE (n:Network {id: id})
ON MATCH SET n.facts = n.facts
RETURN n.id AS id, n.facts AS facts
