// refused: all with all
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, COUNT { MATCH (b:Account) WHERE b.plan = i.kind } AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
