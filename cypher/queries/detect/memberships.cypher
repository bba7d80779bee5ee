/* The clusters that the next run's are held against, with the accounts that each was last known to have: of a dormant one those
   that it fell dormant with. Those that ended long ago are not found again.
   in:  $since (instant): the earliest end that still counts
   out: cluster, lifecycle, state, organization, accounts: [id, whether it was deleted since, whether it acted when it was last seen in it] */
MATCH (c:Cluster)
WITH c, coalesce(c.lifecycle, CASE WHEN c.validTo IS NULL THEN 'active' ELSE 'dissolved' END) AS lifecycle
WHERE lifecycle IN ['active', 'dormant'] OR c.validTo >= $since
RETURN c.id AS cluster, lifecycle, c.state AS state, c.organization AS organization,
  COLLECT {
    MATCH (a:Account)-[m:MEMBER_OF]->(c)
    // who is in it only because people say so is not what it is known by
    WHERE (m.run = c.run OR (lifecycle = 'dormant' AND m.validTo >= c.dormantSince)) AND NOT coalesce(m.decided, false)
    RETURN DISTINCT [a.id, coalesce(a.status, '') = 'deleted', coalesce(m.acts, false)]
  } AS accounts
ORDER BY cluster
