// refused: U+0405
MATCH (a:Account) ЅET a.x = 1
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
