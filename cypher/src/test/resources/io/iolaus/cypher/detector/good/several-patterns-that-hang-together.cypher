MATCH (a:Account)-[:PAID_WITH]->(i:PaymentInstrument), (a)-[:CONNECTED_FROM]->(ip:IpAddress)
WHERE ip.evidence
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT a) AS members
