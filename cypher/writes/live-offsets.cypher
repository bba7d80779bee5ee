// In: $rows, batch ids. Out: the next record of each that is not in the graph.
MATCH (b:Batch) WHERE b.id IN $rows
RETURN b.id AS id, b.offset AS offset
