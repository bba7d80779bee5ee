// refused: procedure 'db.index.fulltext.queryrelationships' is not on the short list
CALL db.index.fulltext.queryRelationships('x', 'y') YIELD relationship AS r
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
