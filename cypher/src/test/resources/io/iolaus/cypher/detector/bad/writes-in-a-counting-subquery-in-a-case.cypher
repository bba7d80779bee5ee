// refused: MERGE is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN true THEN COUNT { MERGE (n:Loot) RETURN n } END AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
