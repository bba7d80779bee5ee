// refused: DELETE is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
CALL (a) { CALL (a) { DETACH DELETE a } }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
