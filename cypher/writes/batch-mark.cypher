// Out: how many batches something is in the graph of, and how many segments these have: what changes when any of them does.
MATCH (b:Batch) WHERE b.segments > 0
RETURN count(b) AS batches, coalesce(sum(b.segments), 0) AS segments
