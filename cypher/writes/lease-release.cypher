/* Gives a lease back, if it is still ours.
   in:  $name, $holder */
MATCH (l:Lease {name: $name, holder: $holder})
REMOVE l.holder, l.expiresAt
