// refused: without a near end
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, [(a)-[:PAID_WITH*2..]-(x) | x.id] AS far
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
