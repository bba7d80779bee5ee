/* One page of entries of one actor, the highest number first, by an index that has them in this order.
   in:  $from, $to (numbers), $actor, $act, $object, $objectType, $outcome (null for any; $actor is not null), $before (where the page begins: numbers below it),
        $limit (one more than is shown)
   out: one row: total, rows: {seq, at, actor, login, address, act, objectType, object, outcome, reason, detail, key, hash, seal} */
CALL () {
  MATCH (e:AuditEntry)
  WHERE e.actor = $actor AND $from <= e.seq <= $to
    AND ($act IS NULL OR e.act = $act)
    AND ($object IS NULL OR e.object = $object)
    AND ($objectType IS NULL OR e.objectType = $objectType)
    AND ($outcome IS NULL OR e.outcome = $outcome)
  RETURN count(e) AS total
}
CALL () {
  MATCH (e:AuditEntry)
  WHERE e.actor = $actor AND $from <= e.seq < $before
    AND ($act IS NULL OR e.act = $act)
    AND ($object IS NULL OR e.object = $object)
    AND ($objectType IS NULL OR e.objectType = $objectType)
    AND ($outcome IS NULL OR e.outcome = $outcome)
  WITH e
  ORDER BY e.actor DESC, e.seq DESC
  LIMIT $limit
  RETURN collect(e {.seq, .at, .actor, .login, .address, .act, .objectType, .object, .outcome, .reason, .detail, .key, .hash, .seal}) AS rows
}
RETURN total, rows
