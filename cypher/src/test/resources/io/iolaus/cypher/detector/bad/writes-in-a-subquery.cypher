// refused: CREATE is not for detectors
MATCH (a:Account) CALL (a) { CREATE (l:Loot) RETURN l }
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
