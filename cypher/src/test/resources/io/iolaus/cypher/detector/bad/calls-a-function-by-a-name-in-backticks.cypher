// refused: function 'rand' is not on the list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE `rand`() < 0.5
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
