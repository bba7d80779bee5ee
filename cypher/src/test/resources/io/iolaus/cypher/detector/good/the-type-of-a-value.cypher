MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE a.createdAt IS :: ZONED DATETIME AND a.plan IS NOT NULL
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
