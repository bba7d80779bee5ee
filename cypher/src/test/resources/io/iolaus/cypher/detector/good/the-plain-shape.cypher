MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WHERE any(day IN p.days WHERE $from <= day <= $asOf)
WITH i, collect(a) AS members WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
