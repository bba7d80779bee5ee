// Out: how many batches something is in the graph of, how many segments these have, and how often they were replaced: what
// changes when any of them does.
MATCH (b:Batch) WHERE b.segments > 0
RETURN count(b) AS batches, coalesce(sum(b.segments), 0) AS segments, coalesce(sum(b.replaced), 0) AS replaced
