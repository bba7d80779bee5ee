/* Decisions that were not withdrawn, the earlier first.
   out: id, kind, by, at, accounts, cluster (null where it is about two accounts), members (the cluster's then, the labelled ones first), labelled (how many) */
MATCH (d:Decision)
WHERE d.withdrawnAt IS NULL
RETURN d.id AS id, d.kind AS kind, d.by AS by, d.at AS at, d.accounts AS accounts, d.cluster AS cluster, d.members AS members, d.labelled AS labelled
ORDER BY d.seq
