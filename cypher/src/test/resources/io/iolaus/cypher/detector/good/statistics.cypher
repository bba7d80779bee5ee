MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WITH i, collect(a) AS members, avg(p.total) AS mean, stdev(p.total) AS spread, percentileCont(p.total, 0.5) AS median
WHERE spread < mean AND abs(mean - median) < 2 ^ 3
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
