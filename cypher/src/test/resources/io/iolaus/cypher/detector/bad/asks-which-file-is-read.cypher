// refused: function 'file' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, file() AS name
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
