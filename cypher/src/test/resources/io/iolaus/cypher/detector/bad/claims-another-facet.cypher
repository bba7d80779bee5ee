// refused: the facet differs
MATCH (a:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'network' AS facet, [a] AS members
