MATCH (a:Account&!Placeholder)-[:PAID_WITH]->(i:PaymentInstrument)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
