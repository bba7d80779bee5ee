// refused: begins anywhere
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a WHERE any(x IN [1, 2] WHERE EXISTS { MATCH (n) WHERE n.x = x })
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
