// refused: all with all
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE EXISTS { MATCH (b:Account) WHERE b.plan = i.kind }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
