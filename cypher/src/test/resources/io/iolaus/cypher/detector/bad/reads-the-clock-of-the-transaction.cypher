// refused: function 'datetime.transaction' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE a.createdAt < datetime.transaction()
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
