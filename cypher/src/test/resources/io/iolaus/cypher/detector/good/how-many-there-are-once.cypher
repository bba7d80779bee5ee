MATCH (a:Account) WITH count(a) AS everybody
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH everybody, i, collect(a) AS members WHERE size(members) < everybody
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
