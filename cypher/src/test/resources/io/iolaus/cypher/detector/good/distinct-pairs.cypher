MATCH (a:Account)-[:PAID_WITH]->(i:PaymentInstrument)<-[:PAID_WITH]-(b:Account)
WHERE a.id < b.id
MATCH (a)-[:CONNECTED_FROM]->(n:IpAddress)<-[:CONNECTED_FROM]-(b)
WITH i, collect(DISTINCT a) + collect(DISTINCT b) AS both
UNWIND both AS m
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT m) AS members
