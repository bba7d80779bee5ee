// refused: counted there that are no members
MATCH (i:Identifier)
WHERE COUNT { (i)<-[:CONNECTED_FROM]-() } >= 2
CALL (i) {
  MATCH (i)<-[:HAS_IDENTIFIER]-(a:Account)
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'Identifier' AS type, 'payment' AS facet, members
