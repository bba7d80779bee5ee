/* Accounts with a membership that this run did not find again.
   in:  $run, $kept (ids of clusters that stand as they are)
   out: account, a row each */
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE m.validTo IS NULL AND m.run <> $run AND NOT c.id IN $kept
RETURN DISTINCT a.id AS account
ORDER BY account
