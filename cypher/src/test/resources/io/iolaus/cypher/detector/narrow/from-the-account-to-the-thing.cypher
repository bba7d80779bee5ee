MATCH (i:Identifier)
WHERE i.kind STARTS WITH 'd' OR i.kind IN ['email', 'client'] AND COUNT { ()-[:HAS_IDENTIFIER]->(i) } >= 3
CALL (i) {
  MATCH (a:Account)-[h:HAS_IDENTIFIER]->(i)
  WHERE size([day IN h.days WHERE $from <= day <= $asOf]) >= 1
  RETURN collect(a) AS members, count(*) AS n
}
WITH i.id AS key, members, n WHERE n >= 3 AND size(members) >= 2
RETURN key, 'Identifier' AS type, 'payment' AS facet, members
