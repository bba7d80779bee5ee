MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE (a)-[:CONNECTED_FROM]->() AND NOT (a)-[:VERIFIED_BY]->()
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
