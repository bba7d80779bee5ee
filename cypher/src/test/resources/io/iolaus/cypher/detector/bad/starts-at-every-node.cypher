// refused: AllNodesScan
MATCH (n) WHERE n.accounts >= 2
RETURN n.id AS key, 'IpAddress' AS type, 'payment' AS facet, [n] AS members
