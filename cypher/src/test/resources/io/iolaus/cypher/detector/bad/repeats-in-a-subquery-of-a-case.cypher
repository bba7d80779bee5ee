// refused: without a near end
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN a.plan = 'x' THEN COUNT { (a)-[:PAID_WITH*]-() } ELSE 0 END AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
