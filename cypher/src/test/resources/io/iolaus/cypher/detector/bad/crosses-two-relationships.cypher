// refused: CartesianProduct
MATCH (a:Account)-[:PAID_WITH]->(i:PaymentInstrument), (b:Account)-[:CONNECTED_FROM]->(x:IpAddress)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
