// refused: function 'date.realtime' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE date(a.createdAt) < date.realtime()
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
