/* Whether a batch is being replaced: then some accounts are as they were and others as they will be.
   out: one row: replacing (the batch; null where none is) */
OPTIONAL MATCH (s:Sequence {id: 'batch'})
RETURN s.replacing AS replacing
