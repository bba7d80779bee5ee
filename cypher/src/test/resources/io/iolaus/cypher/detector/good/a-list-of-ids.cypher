MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE i.id IN ['a', 'b', 'c']
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
