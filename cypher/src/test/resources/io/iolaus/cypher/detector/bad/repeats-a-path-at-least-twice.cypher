// refused: without a near end
MATCH (a:Account) ((x)-[:PAID_WITH]-(y)){2,} (b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
