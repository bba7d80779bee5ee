MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, a {.id, .plan, paid: true} AS shown
WHERE shown.plan IS NOT NULL
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
