MATCH (p:Pattern)
CALL (p) {
  MATCH (p)-[s:SHOWS]-(a:Account)
  RETURN collect(a) AS members
}
WITH p, members WHERE size(members) >= 2 AND p.kind <> 'lockstep'
RETURN p.id AS key, 'Pattern' AS type, 'payment' AS facet, members
