// In: $rows, ids. Takes them away with all that leads to them.
UNWIND $rows AS id
MATCH (n:Verdict {id: id})
DETACH DELETE n
