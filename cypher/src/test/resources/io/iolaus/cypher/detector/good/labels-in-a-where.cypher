MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE NOT a:Placeholder AND (i:PaymentInstrument OR i:Identifier)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
