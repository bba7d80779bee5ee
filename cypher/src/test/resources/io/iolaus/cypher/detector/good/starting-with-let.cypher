LET least = 2
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH least, i, collect(a) AS members WHERE size(members) >= least
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
