/* Every id that a cluster has or had.
   out: id, into (the cluster that it was merged into; null where it was not) */
MATCH (c:Cluster)
RETURN c.id AS id, c.mergedInto AS into
