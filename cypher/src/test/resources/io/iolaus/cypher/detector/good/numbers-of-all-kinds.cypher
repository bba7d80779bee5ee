MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WHERE p.total > 1.5e-3 AND p.total < 0xFF AND p.total <> .5 AND p.total < 1_000
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a)[..100] AS members
