MATCH (i:PaymentInstrument)
WITH i ORDER BY i.accounts DESC, i.id LIMIT 1000
MATCH (i)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
