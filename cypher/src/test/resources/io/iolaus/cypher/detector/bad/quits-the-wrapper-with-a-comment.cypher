// refused: closes nothing
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members } RETURN 1 AS key // 
