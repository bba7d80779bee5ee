/* Keeps others from changing a case until the transaction ends, and numbers what happens to it.
   in:  $id
   out: number, where there is such a case */
MATCH (f:CaseFile {id: $id})
SET f.happened = coalesce(f.happened, 0) + 1
RETURN f.happened AS number
