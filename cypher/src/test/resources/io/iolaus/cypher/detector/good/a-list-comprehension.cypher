MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, [m IN collect(a) WHERE m.plan = 'free' | m] AS members
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
