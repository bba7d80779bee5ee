// refused: U+202E
MATCH (a:Account) ‮SET a.x = 1
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
