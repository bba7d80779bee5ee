/* How much was loaded until now: what a run reads, in two numbers.
   out: one row: lines, replaced (how often a batch was replaced) */
MATCH (b:Batch)
RETURN coalesce(sum(b.read), 0) AS lines, coalesce(sum(b.replaced), 0) AS replaced
