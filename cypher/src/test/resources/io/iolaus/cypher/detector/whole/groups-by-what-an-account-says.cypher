// refused: may look beyond | no label of what accounts share
MATCH (a:Account)
WHERE a.country IS NOT NULL
WITH a.country AS key, collect(a) AS members WHERE size(members) >= 2
RETURN key, 'Identifier' AS type, 'payment' AS facet, members
