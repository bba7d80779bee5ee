// refused: without ORDER BY
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a LIMIT 100
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
