/* An act that had begun has ended.
   in:  $id
   out: one row if it was kept as begun, else none */
MATCH (b:AuditBegun {id: $id})
WITH b, b.id AS id
DELETE b
RETURN id
