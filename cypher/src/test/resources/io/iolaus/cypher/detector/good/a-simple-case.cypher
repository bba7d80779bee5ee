MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE a.plan WHEN 'free' THEN 1 WHEN 'pro', 'team' THEN 2 ELSE 3 END AS rank
WHERE rank < 3
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
