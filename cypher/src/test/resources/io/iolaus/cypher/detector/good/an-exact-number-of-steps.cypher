MATCH (i:PaymentInstrument)-[:PAID_WITH*2]-(x)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT a) AS members
