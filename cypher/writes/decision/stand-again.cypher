/* Clusters stand again as they did before all of their accounts were cleared.
   in:  $ids */
MATCH (c:Cluster)
WHERE c.id IN $ids
SET c.validTo = null, c.lifecycle = c.clearedLifecycle, c.cleared = null, c.clearedShape = null, c.clearedLifecycle = null
