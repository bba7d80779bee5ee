/* Says within the transaction of an act that it was done, if the key is still held for it.
   in:  $id, $holder, $acted
   out: one row where it is held */
MATCH (k:IdempotencyKey {id: $id, holder: $holder})
SET k.acted = $acted
RETURN k.id AS id
