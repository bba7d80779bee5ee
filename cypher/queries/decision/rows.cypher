/* Decisions of a moment in the world as known at another, withdrawn ones as well, without the accounts that clusters had. What was
   withdrawn later was not, then.
   in:  $ids (null: all), $asOf and $knownAt (instants)
   out: id, seq, kind, by, reason, at, recordedAt, accounts (of those that it judges each for itself at most twenty), cluster, act, members (how many),
        labelled, withdrawnAt, withdrawnBy, withdrawnReason */
MATCH (d:Decision)
WHERE ($ids IS NULL OR d.id IN $ids) AND d.at <= $asOf AND d.recordedAt <= $knownAt
WITH d, coalesce(d.withdrawnAt <= $knownAt, false) AS withdrawn
RETURN d.id AS id, d.seq AS seq, d.kind AS kind, d.by AS by, d.reason AS reason, d.at AS at, d.recordedAt AS recordedAt, 
  CASE WHEN d.cluster IS NULL AND size(d.accounts) = 0 THEN d.members[..20] ELSE d.accounts END AS accounts, d.act AS act,
  d.cluster AS cluster, size(d.members) AS members, d.labelled AS labelled, CASE WHEN withdrawn THEN d.withdrawnAt END AS withdrawnAt,
  CASE WHEN withdrawn THEN d.withdrawnBy END AS withdrawnBy, CASE WHEN withdrawn THEN d.withdrawnReason END AS withdrawnReason
ORDER BY d.seq DESC
