MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
UNION
MATCH (i:Identifier {kind: 'wallet'})<-[:HAS_IDENTIFIER]-(a:Account)
RETURN i.id AS key, 'Identifier' AS type, 'payment' AS facet, collect(a) AS members
