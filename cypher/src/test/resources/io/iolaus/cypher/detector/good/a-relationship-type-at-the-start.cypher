MATCH ()<-[p:PAID_WITH]-(a:Account)
WITH endNode(p) AS i, a
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
