/* The number of the next case. Nobody else gets one until the transaction ends.
   out: number */
MERGE (n:Sequence {id: 'case'})
SET n.value = coalesce(n.value, 0) + 1
RETURN n.value AS number
