/* Decisions that were known and not withdrawn at a moment, the earlier first.
   in:  $knownAt (instant)
   out: id, kind, by, at, accounts, cluster (null where it is about two accounts), members (the cluster's then, the labelled ones first), labelled (how many) */
MATCH (d:Decision)
WHERE d.recordedAt <= $knownAt AND coalesce(d.withdrawnAt > $knownAt, true)
RETURN d.id AS id, d.kind AS kind, d.by AS by, d.at AS at, d.accounts AS accounts, d.cluster AS cluster, d.members AS members, d.labelled AS labelled
ORDER BY d.seq
