MATCH (i:PaymentInstrument)<-[:PAID_WITH]-{1,2}(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT a) AS members
