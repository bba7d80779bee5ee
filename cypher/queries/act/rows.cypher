/* Bulk acts, the latest first, without the ids of their accounts.
   in:  $ids (null: all)
   out: act (map), accounts (how many) */
MATCH (b:BulkAct)
WHERE $ids IS NULL OR b.id IN $ids
RETURN b {
  .id, .seq, .version, .kind, .by, .reason, .state, .cluster, .choice, .hash, .secondPerson, .forecast, .decided, .proposedAt, .at,
  .approvedBy, .approvedAt, .endedBy, .endedAt, .undoneBy, .undoneAt, .undoneReason, .failure
} AS act, size(b.accounts) AS accounts
ORDER BY b.seq DESC
