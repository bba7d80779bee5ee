/* How much was loaded until now: what a run reads, in two numbers and a time.
   out: one row: lines, replaced (how often a batch was replaced), newest (when the newest batch was recorded, null without one) */
MATCH (b:Batch)
RETURN coalesce(sum(b.read), 0) AS lines, coalesce(sum(b.replaced), 0) AS replaced, max(b.recordedAt) AS newest
