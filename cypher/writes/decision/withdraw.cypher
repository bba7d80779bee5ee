/* Withdraws a decision that was not withdrawn yet.
   in:  $id, $by, $reason, $at
   out: id, where there is such a decision; already: whether it had been withdrawn before */
MATCH (d:Decision {id: $id})
SET d.lock = true
REMOVE d.lock
WITH d, d.withdrawnAt IS NOT NULL AS already
FOREACH (_ IN CASE WHEN already THEN [] ELSE [1] END |
  SET d.withdrawnAt = $at, d.withdrawnBy = $by, d.withdrawnReason = $reason)
RETURN d.id AS id, already
