MATCH (i:PaymentInstrument|Identifier)<-[:PAID_WITH|HAS_IDENTIFIER]-(a:Account)
RETURN i.id AS key, labels(i)[0] AS type, 'payment' AS facet, collect(DISTINCT a) AS members
