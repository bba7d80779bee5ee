// refused: the database does not take it
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, b
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
