// refused: SHOW is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
SHOW TRANSACTIONS YIELD currentQuery
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
