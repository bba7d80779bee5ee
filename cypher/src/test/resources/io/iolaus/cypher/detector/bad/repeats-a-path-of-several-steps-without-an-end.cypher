// refused: without a near end
MATCH (a:Account) ((x)-[:PAID_WITH]->(y)<-[:PAID_WITH]-(z))+ (b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(b) AS members
