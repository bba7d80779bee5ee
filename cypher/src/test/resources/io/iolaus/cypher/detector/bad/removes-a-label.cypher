// refused: REMOVE is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
REMOVE a:Account
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
