MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WITH i, collect(a) AS users, reduce(sum = 0, n IN collect(p.total) | sum + n) AS total
WITH i, CASE WHEN total > 0 THEN users[0..100] ELSE [] END AS members
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
