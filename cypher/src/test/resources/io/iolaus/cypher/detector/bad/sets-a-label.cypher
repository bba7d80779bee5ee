// refused: SET is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
SET a:Loot
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
