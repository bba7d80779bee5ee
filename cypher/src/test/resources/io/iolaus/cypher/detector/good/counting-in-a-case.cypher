MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN a.plan = 'free' THEN COUNT { (a)-[:CONNECTED_FROM]->(:IpAddress) } ELSE 0 END AS addresses
WHERE addresses < 5
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
