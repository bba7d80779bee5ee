/* Decisions, withdrawn ones left out, that bear on an account: that name it, or judged a cluster that it was in.
   in:  $account
   out: id */
MATCH (d:Decision)
WHERE d.withdrawnAt IS NULL AND ($account IN d.accounts OR $account IN d.members)
RETURN d.id AS id
ORDER BY d.seq
