MATCH (i:PaymentInstrument)
CALL { WITH i MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN collect(a) AS members }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
