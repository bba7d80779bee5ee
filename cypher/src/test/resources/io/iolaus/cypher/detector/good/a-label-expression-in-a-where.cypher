MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a)
WHERE a:Account&!Placeholder
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
