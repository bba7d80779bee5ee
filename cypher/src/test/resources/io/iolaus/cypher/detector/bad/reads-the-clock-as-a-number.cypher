// refused: function 'timestamp' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE timestamp() > 0
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
