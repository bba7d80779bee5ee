// refused: begins anywhere
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN a.plan = 'x' THEN COUNT { MATCH (b:Account), (c:Account) WHERE b.plan = c.plan } ELSE 0 END AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
