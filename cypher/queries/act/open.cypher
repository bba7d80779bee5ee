/* Bulk acts that are to be carried out, the earlier first.
   out: id */
MATCH (b:BulkAct)
WHERE b.state IN ['approved', 'running']
RETURN b.id AS id
ORDER BY b.seq
