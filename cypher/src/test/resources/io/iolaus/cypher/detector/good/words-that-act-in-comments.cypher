// CREATE nothing; DELETE nothing
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) /* SET, MERGE and } */
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members // LOAD CSV
