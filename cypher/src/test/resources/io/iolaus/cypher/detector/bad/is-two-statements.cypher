// refused: ';' ends a statement
MATCH (a:Account) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members;
MATCH (n) DETACH DELETE n
