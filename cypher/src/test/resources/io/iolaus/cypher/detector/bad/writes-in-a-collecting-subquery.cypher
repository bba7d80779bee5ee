// refused: CREATE is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, COLLECT { CREATE (n:Loot) RETURN n } AS loot
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
