MATCH (a:Account)-[:PAID_WITH|CONNECTED_FROM*1..2]-(b:Account)
WITH a, collect(DISTINCT b) AS members
RETURN a.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
