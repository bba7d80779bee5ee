/* Accounts that are judged otherwise where some decisions are taken or withdrawn: those that they judge, and those of what the same
   person said of the same cluster.
   in:  $ids (of decisions)
   out: account, a row each */
MATCH (d:Decision)
WHERE d.id IN $ids
OPTIONAL MATCH (o:Decision)
WHERE o.cluster = d.cluster AND o.by = d.by AND size(o.accounts) = 0
WITH d.members + coalesce(o.members, []) AS members
UNWIND members AS account
RETURN DISTINCT account
