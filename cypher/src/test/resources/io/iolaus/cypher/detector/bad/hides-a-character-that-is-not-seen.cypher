// refused: U+200B
MATCH (a:Account) S​ET a.status = 'deleted'
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
