// refused: the database does not take it
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHER a.x = 1
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
