// refused: reads the machine's clock
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE date(a.createdAt) = date({`timezone`: 'UTC'})
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
