// refused: TRANSACTIONS is not for detectors
MATCH (a:Account)
CALL (a) { MATCH (a)-[:PAID_WITH]->(i) RETURN i } IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
