// refused: more than a variable and a label | may look beyond
MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WITH i, collect(a) AS members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
