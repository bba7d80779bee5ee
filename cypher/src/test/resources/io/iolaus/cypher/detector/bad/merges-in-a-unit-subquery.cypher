// refused: MERGE is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
CALL (i) { MERGE (x:Loot {id: i.id}) }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
