// refused: reads the machine's clock
MATCH (a:Account) WHERE date(a.createdAt) = date({timezone: 'UTC'})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
