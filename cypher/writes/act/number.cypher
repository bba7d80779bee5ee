/* Keeps others from proposing a bulk act until the transaction ends, and gives the next one its number.
   out: number */
MERGE (n:Sequence {id: 'bulk-act'})
SET n.value = coalesce(n.value, 0) + 1
RETURN n.value AS number
