MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, collect(a.days) AS days, collect(a) AS members
WITH i, members, reduce(all = [], d IN days | all + d) AS flat
WHERE size(flat) > 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
