MATCH (a:Account) ((x)-[:PAID_WITH]-(y)){1,2} (b:Account)
RETURN a.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT b) AS members
