// refused: all with | CartesianProduct
MATCH (a:Account) MATCH (b:Account) WHERE b.createdAt > a.createdAt
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(b) AS members
