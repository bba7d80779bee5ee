/* All decisions, withdrawn ones as well, without the accounts that clusters had.
   in:  $ids (null: all)
   out: id, seq, kind, by, reason, at, recordedAt, accounts, cluster, members (how many), labelled, withdrawnAt, withdrawnBy, withdrawnReason */
MATCH (d:Decision)
WHERE $ids IS NULL OR d.id IN $ids
RETURN d.id AS id, d.seq AS seq, d.kind AS kind, d.by AS by, d.reason AS reason, d.at AS at, d.recordedAt AS recordedAt, d.accounts AS accounts,
  d.cluster AS cluster, size(d.members) AS members, d.labelled AS labelled, d.withdrawnAt AS withdrawnAt, d.withdrawnBy AS withdrawnBy,
  d.withdrawnReason AS withdrawnReason
ORDER BY d.seq DESC
