MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
LET total = coalesce(p.total, 0)
FILTER WHERE total > 1
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
