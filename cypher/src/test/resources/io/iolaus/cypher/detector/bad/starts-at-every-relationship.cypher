// refused: AllRelationshipsScan
MATCH (a)-[r]->(b)
RETURN b.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(a) AS members
