MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, collect(a) AS members
WHERE any(m IN members WHERE EXISTS { MATCH (m)-[:CONNECTED_FROM]->(ip:IpAddress) WHERE ip.evidence })
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
