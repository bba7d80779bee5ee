/* Changes a user; what was known of it before is then of an earlier version, and its sessions have ended where the change asks for it.
   in:  $name, $set: properties to change, null removes; $endSessions; $by, $at
   out: the user as it is now */
MATCH (u:User {name: $name})
SET u += $set
SET u.version = u.version + 1, u.changedBy = $by, u.changedAt = $at,
    u.epoch = u.epoch + CASE WHEN $endSessions THEN 1 ELSE 0 END
RETURN u {.*} AS user
