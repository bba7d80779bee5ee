MATCH (`счёт`:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE a.plan <> 'größer – 大'
RETURN `счёт`.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
