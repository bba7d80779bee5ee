// refused: the facet differs
MATCH (a:Account)
RETURN a.id AS key, 'IpAddress' AS type, a.plan AS facet, [a] AS members
