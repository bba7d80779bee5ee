// refused: function 'randomuuid' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN randomUUID() AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
