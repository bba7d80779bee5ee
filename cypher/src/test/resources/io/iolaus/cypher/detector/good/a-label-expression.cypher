MATCH (i:PaymentInstrument|Identifier)<-[:PAID_WITH|HAS_IDENTIFIER]-(a:Account&!Placeholder)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
