/* The best cluster of each of a few accounts.
   in:  $accounts
   out: account, cluster */
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE a.id IN $accounts AND m.validTo IS NULL AND c.validTo IS NULL
WITH a, m, c, CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
ORDER BY state, m.membership DESC, c.id
RETURN a.id AS account, head(collect(c.id)) AS cluster
