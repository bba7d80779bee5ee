MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WHERE single(day IN p.days WHERE day = $asOf) OR none(day IN p.days WHERE day < $from) OR all(day IN p.days WHERE day <= $asOf)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
