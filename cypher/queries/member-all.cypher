/* Each account that is in a cluster, once, with its best one; in byte order of the accounts.
   in:  $hidden (ids of clusters that are left out), $hiddenAccounts
   out: account, cluster, state, membership, facets */
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE m.validTo IS NULL AND c.validTo IS NULL AND NOT c.id IN $hidden AND NOT a.id IN $hiddenAccounts
// an account is never surer than its cluster
WITH a, m, c, CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
ORDER BY state, m.membership DESC, c.id
WITH a, collect({cluster: c.id, state: state, membership: m.membership, facets: m.facets})[0] AS best
RETURN a.id AS account, best.cluster AS cluster, best.state AS state, best.membership AS membership, best.facets AS facets
ORDER BY account
