MATCH (i:PaymentInstrument)<-[p:PAID_WITH|HAS_IDENTIFIER]-(a:Account)
WHERE type(p) = 'PAID_WITH'
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
