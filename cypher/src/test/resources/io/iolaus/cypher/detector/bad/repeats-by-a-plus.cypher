// refused: without a near end
MATCH (a:Account)-[:PAID_WITH]->+(b)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
