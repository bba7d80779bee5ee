MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, count(DISTINCT a) AS n, collect(DISTINCT a) AS members
FILTER n >= $minAccounts
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
