/* Clusters that were merged into others.
   out: id, into */
MATCH (c:Cluster)
WHERE c.mergedInto IS NOT NULL
RETURN c.id AS id, c.mergedInto AS into
