// refused: without ORDER BY
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a SKIP 5
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
