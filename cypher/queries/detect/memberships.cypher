/* The memberships that stand: what the next run's clusters are held against.
   out: cluster, accounts (ids) */
MATCH (c:Cluster)
WHERE c.validTo IS NULL
RETURN c.id AS cluster, COLLECT { MATCH (a:Account)-[m:MEMBER_OF]->(c) WHERE m.validTo IS NULL RETURN a.id } AS accounts
ORDER BY c.id
