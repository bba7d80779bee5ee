MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE EXISTS { (a)-[:CONNECTED_FROM]->(:IpAddress) } AND NOT EXISTS { (a)-[:VERIFIED_BY]->(:Organization) }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
