/* Acts that have begun and not ended, the earliest first.
   in:  $before: only those that began before
   out: id, at, actor, login, address, act, objectType, object, reason, detail */
MATCH (b:AuditBegun)
WHERE b.at < $before
RETURN b.id AS id, b.at AS at, b.actor AS actor, b.login AS login, b.address AS address, b.act AS act, b.objectType AS objectType, b.object AS object,
  b.reason AS reason, b.detail AS detail
ORDER BY b.at, b.id
LIMIT 1000
