// refused: reads the machine's clock
MATCH (a:Account) WHERE a.createdAt > datetime() - duration('P1D')
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
