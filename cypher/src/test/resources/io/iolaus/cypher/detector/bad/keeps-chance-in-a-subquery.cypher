// refused: without ORDER BY
MATCH (i:PaymentInstrument)
CALL (i) { MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN a LIMIT 3 }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
