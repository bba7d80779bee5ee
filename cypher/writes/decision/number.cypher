/* Keeps others from deciding until the transaction ends, and tells the number of the next decision.
   out: number */
MERGE (n:Sequence {id: 'decision'})
SET n.lock = true
REMOVE n.lock
RETURN coalesce(n.value, 0) + 1 AS number
