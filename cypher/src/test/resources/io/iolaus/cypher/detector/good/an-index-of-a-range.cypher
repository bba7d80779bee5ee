MATCH (i:PaymentInstrument) WHERE i.accounts > 2 AND i.accounts <= 500
MATCH (i)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
