/* Entries in the order of their numbers.
   in:  $from, $to (numbers), $actor, $act, $object, $objectType, $outcome (null for any)
   out: seq, at, actor, login, address, act, objectType, object, outcome, reason, detail, key, hash, seal */
MATCH (e:AuditEntry)
WHERE $from <= e.seq <= $to
  AND ($actor IS NULL OR e.actor = $actor)
  AND ($act IS NULL OR e.act = $act)
  AND ($object IS NULL OR e.object = $object)
  AND ($objectType IS NULL OR e.objectType = $objectType)
  AND ($outcome IS NULL OR e.outcome = $outcome)
RETURN e.seq AS seq, e.at AS at, e.actor AS actor, e.login AS login, e.address AS address, e.act AS act, e.objectType AS objectType, e.object AS object,
  e.outcome AS outcome, e.reason AS reason, e.detail AS detail, e.key AS key, e.hash AS hash, e.seal AS seal
ORDER BY e.seq
