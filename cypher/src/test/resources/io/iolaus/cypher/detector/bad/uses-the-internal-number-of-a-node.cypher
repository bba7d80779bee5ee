// refused: function 'id' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN toString(id(i)) AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
