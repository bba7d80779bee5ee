/* Ends a suppression that has not ended.
   in:  $id, $by, $at
   out: id, where there is such a suppression; already: whether it had ended or run out before */
MATCH (s:Suppression {id: $id})
SET s.lock = true
REMOVE s.lock
WITH s, s.endedAt IS NOT NULL OR s.expiresAt <= $at AS already
FOREACH (_ IN CASE WHEN already THEN [] ELSE [1] END | SET s.endedAt = $at, s.endedBy = $by)
RETURN s.id AS id, already
