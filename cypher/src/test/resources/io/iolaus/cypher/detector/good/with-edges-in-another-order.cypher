MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WITH i, collect(a) AS members, collect(p) AS edges
RETURN edges, members, 'payment' AS facet, 'PaymentInstrument' AS type, i.id AS key
