/* Decisions about whole clusters, as far as they are about some accounts.
   in:  $ids
   out: as all; members only those of $ids */
MATCH (d:Decision)
WHERE d.withdrawnAt IS NULL AND size(d.accounts) = 0
  AND (d.kind = 'unsure' OR any(name IN d.members WHERE name IN $ids))
RETURN d.id AS id, d.kind AS kind, d.by AS by, d.at AS at, d.accounts AS accounts, d.cluster AS cluster,
  [name IN d.members WHERE name IN $ids] AS members, size([name IN d.members[..d.labelled] WHERE name IN $ids]) AS labelled
ORDER BY d.seq
