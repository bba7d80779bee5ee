/* One page of the accounts that a bulk act is about, in byte order.
   in:  $id, $limit, $afterKey (an id, or null)
   out: at most one row (none: no such act): total, rows (maps of id) */
MATCH (b:BulkAct {id: $id})
RETURN size(b.accounts) AS total, [id IN b.accounts WHERE $afterKey IS NULL OR id > $afterKey | {id: id}][..$limit] AS rows
