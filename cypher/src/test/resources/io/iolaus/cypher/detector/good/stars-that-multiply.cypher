MATCH (i:PaymentInstrument)<-[p:PAID_WITH WHERE p.total * 2 > 3]-(a:Account)
WITH i, collect(a) AS members, [x IN range(1, 3) | x * x] AS squares, 2 * (1 + 3) AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
