/* Decisions, withdrawn ones as well, that are about an account: that name it, or judge it for itself.
   in:  $account
   out: id */
MATCH (d:Decision)
WHERE $account IN d.accounts OR d.cluster IS NULL AND $account IN d.members
RETURN d.id AS id
