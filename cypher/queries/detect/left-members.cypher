/* Accounts with a membership that this run did not find again.
   in:  $run
   out: account, a row each */
MATCH (a:Account)-[m:MEMBER_OF]->(:Cluster)
WHERE m.validTo IS NULL AND m.run <> $run
RETURN DISTINCT a.id AS account
ORDER BY account
