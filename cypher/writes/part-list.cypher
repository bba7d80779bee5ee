// In: $rows, part ids. Out: what became of the lines of those that are in the graph.
UNWIND $rows AS id
MATCH (p:BatchPart {id: id})
RETURN p.id AS id, p.read AS read, p.created AS created, p.updated AS updated, p.unchanged AS unchanged,
  p.rejected AS rejected, p.exchanges AS exchanges, p.deadLetters AS deadLetters
