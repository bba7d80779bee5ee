/* Every cluster that the latest run found, as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when its accounts were seen) */
MATCH (n:Cluster) WHERE n.validTo IS NULL
RETURN 'Cluster' AS type, n.id AS id, n.id AS name, [n.state] + coalesce(n.capabilities, []) AS words,
  toString(n.accounts) + ' accounts, ' + n.state AS detail, n.state AS state, coalesce(n.accounts, 0) AS weight,
  n.firstSeen AS first, n.lastSeen AS last
