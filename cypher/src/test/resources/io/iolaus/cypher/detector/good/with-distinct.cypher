MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH DISTINCT i, a
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
