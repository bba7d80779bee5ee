/* Keeps what clusters were that are about to be dissolved because people cleared all of their accounts.
   in:  $ids */
OPTIONAL MATCH (r:Run) WHERE r.complete
WITH r ORDER BY r.seq DESC LIMIT 1
MATCH (c:Cluster)
WHERE c.id IN $ids
SET c.cleared = coalesce(r.id, ''), c.clearedShape = c.shape, c.clearedLifecycle = c.lifecycle
