// refused: does not lead to (a:Account) | more than one relationship | no label of what accounts share
MATCH (n:Network)
CALL (n) {
  MATCH (n)<-[:IN_NETWORK]-(:IpAddress)<-[:CONNECTED_FROM]-(a:Account)
  RETURN collect(DISTINCT a) AS members
}
WITH n, members WHERE size(members) >= 2
RETURN n.id AS key, 'Network' AS type, 'payment' AS facet, members
