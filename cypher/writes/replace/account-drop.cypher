// In: $rows, ids. Takes them away with all that leads to them.
UNWIND $rows AS id
MATCH (n:Account {id: id})
DETACH DELETE n
