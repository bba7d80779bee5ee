// refused: function 'linenumber' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, linenumber() AS line
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
