MATCH (i:PaymentInstrument)
OPTIONAL CALL (i) { MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN a }
WITH i, a WHERE a IS NOT NULL
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
