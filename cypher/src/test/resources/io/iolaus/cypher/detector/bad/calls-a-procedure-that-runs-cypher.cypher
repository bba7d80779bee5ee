// refused: procedure 'apoc.do.when' is not on the short list
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
CALL apoc.do.when(true, 'DETACH DELETE a', '', {a: a}) YIELD value
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
