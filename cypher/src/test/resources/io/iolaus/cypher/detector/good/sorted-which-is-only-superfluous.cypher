MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, collect(a) AS members ORDER BY size(members) DESC
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
