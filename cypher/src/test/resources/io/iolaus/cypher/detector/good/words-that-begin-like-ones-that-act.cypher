MATCH (i:PaymentInstrument)<-[settled:PAID_WITH]-(a:Account)
WITH i, collect(a) AS users, count(settled) AS created, max(a.createdAt) AS offset
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, users AS members
