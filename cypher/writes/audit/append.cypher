/* Appends an entry to a chain whose end this transaction has locked.
   in:  $row: {seq, at, actor, login, address, act, objectType, object, outcome, reason, detail (list of name=value), key, hash, seal} */
MATCH (h:AuditHead {id: 'audit'})
SET h.seq = $row.seq, h.hash = $row.hash, h.at = $row.at, h.key = $row.key
CREATE (e:AuditEntry)
SET e = $row
