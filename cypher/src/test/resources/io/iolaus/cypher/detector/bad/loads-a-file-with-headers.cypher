// refused: LOAD is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS line FIELDTERMINATOR ':'
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
