MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN a.plan = 'free' THEN [(a)-[:CONNECTED_FROM]->(ip) | ip.id] ELSE [] END AS addresses
WHERE size(addresses) >= 0
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
