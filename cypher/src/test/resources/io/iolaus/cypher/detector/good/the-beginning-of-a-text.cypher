MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE i.id STARTS WITH 'card' AND NOT i.id ENDS WITH 'x' AND i.kind CONTAINS 'a' AND i.kind =~ '[a-z]+'
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
