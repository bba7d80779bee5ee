// refused: begins anywhere
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, [x IN range(1, 3) | EXISTS { MATCH (b:Account) WHERE b.plan = x }] AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
