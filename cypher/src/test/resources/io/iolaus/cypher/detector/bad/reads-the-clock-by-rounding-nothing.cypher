// refused: reads the machine's clock
MATCH (a:Account) WHERE date(a.createdAt) > date.truncate('week')
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
