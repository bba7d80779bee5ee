/* One page of entries about one object, the highest number first, by an index that has them in this order.
   in:  $from, $to (numbers), $actor, $act, $object, $objectType, $outcome (null for any; $object is not null), $before (where the page begins: numbers below it),
        $limit (one more than is shown)
   out: one row: total, rows: {seq, at, actor, login, address, act, objectType, object, outcome, reason, detail, key, hash, seal} */
CALL () {
  MATCH (e:AuditEntry)
  WHERE e.object = $object AND $from <= e.seq <= $to
    AND ($actor IS NULL OR e.actor = $actor)
    AND ($act IS NULL OR e.act = $act)
    AND ($objectType IS NULL OR e.objectType = $objectType)
    AND ($outcome IS NULL OR e.outcome = $outcome)
  RETURN count(e) AS total
}
CALL () {
  MATCH (e:AuditEntry)
  WHERE e.object = $object AND $from <= e.seq < $before
    AND ($actor IS NULL OR e.actor = $actor)
    AND ($act IS NULL OR e.act = $act)
    AND ($objectType IS NULL OR e.objectType = $objectType)
    AND ($outcome IS NULL OR e.outcome = $outcome)
  WITH e
  ORDER BY e.object DESC, e.seq DESC
  LIMIT $limit
  RETURN collect(e {.seq, .at, .actor, .login, .address, .act, .objectType, .object, .outcome, .reason, .detail, .key, .hash, .seal}) AS rows
}
RETURN total, rows
