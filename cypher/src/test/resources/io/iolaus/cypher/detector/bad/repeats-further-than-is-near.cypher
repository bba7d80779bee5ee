// refused: without a near end
MATCH (a:Account)-[*1..12]-(b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
