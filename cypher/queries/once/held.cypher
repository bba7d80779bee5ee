/* How many keys of a user are kept, and whether this one is among them.
   in:  $user, $id
   out: one row: held, known */
OPTIONAL MATCH (k:IdempotencyKey {user: $user})
RETURN count(k) AS held, EXISTS { MATCH (:IdempotencyKey {id: $id}) } AS known
