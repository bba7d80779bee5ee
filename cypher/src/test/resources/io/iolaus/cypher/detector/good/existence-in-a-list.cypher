MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, collect(a) AS users
WITH i, [m IN users WHERE EXISTS { (m)-[:CONNECTED_FROM]->(:IpAddress {evidence: true}) }] AS members
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
