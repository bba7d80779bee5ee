// refused: RETURN lacks [members]
MATCH (a:Account) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
UNION ALL
MATCH (a:Account) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet
