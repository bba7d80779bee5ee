/* Keeps others from the clusters that accounts are in, or were before people took them out.
   in:  $ids (of accounts)
   out: id of each */
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE a.id IN $ids AND (m.validTo IS NULL OR m.cleared IS NOT NULL)
WITH DISTINCT c ORDER BY c.id
SET c.lock = true
REMOVE c.lock
RETURN c.id AS id
