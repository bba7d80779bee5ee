/* Withdraws what a bulk act decided, as far as nobody has withdrawn it yet.
   in:  $act, $by, $reason, $at
   out: id of each */
MATCH (d:Decision {act: $act})
SET d.lock = true
REMOVE d.lock
WITH d WHERE d.withdrawnAt IS NULL
SET d.withdrawnAt = $at, d.withdrawnBy = $by, d.withdrawnReason = $reason
RETURN d.id AS id
