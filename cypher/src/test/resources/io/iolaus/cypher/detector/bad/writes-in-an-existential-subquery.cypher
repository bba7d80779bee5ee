// refused: SET is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE EXISTS { MATCH (a) SET a.x = 1 RETURN a }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
