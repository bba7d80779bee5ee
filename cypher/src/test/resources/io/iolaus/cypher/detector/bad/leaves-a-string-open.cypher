// refused: a string is never closed
MATCH (a:Account) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members ORDER BY '
