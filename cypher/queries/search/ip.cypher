/* Every address as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when it was seen) */
MATCH (n:IpAddress)
CALL (n) { MATCH (n)<-[e:CONNECTED_FROM]-() RETURN min(e.firstSeen) AS first, max(e.lastSeen) AS last }
RETURN 'IpAddress' AS type, n.id AS id, n.id AS name, [] AS words, n.prefix AS detail, null AS state,
  coalesce(n.accounts, 0) AS weight, first, last
