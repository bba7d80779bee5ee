MATCH p = (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE length(p) = 1 AND size(nodes(p)) = 2 AND size(relationships(p)) = 1
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
