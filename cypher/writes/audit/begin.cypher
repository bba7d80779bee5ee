/* Keeps an act that is about to begin, so that one which never ends is known.
   in:  $id, $at, $row: what is known of it: {actor, login, address, act, objectType, object, reason, detail} */
MERGE (h:AuditHead {id: 'audit'})
SET h.locked = coalesce(h.locked, 0) + 1
CREATE (b:AuditBegun)
SET b = $row, b.id = $id, b.at = $at
