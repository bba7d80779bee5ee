MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, [(a)-[:CONNECTED_FROM]->(ip:IpAddress) WHERE ip.accounts > 2 | ip.id] AS addresses
WHERE size(addresses) > 1
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
