// refused: without a near end
MATCH (a:Account)-[r:PAID_WITH|CONNECTED_FROM*2..]-(b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
