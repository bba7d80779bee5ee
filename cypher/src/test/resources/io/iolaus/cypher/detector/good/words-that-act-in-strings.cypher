MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE NOT a.status IN ['DELETE', "CREATE (n)", 'SET'] AND i.id <> 'it\'s; DROP'
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
