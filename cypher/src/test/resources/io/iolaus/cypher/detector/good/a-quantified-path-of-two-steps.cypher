MATCH (a:Account) ((x)-[:PAID_WITH]->(y)<-[:PAID_WITH]-(z)){1,2} (b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(DISTINCT b) AS members
