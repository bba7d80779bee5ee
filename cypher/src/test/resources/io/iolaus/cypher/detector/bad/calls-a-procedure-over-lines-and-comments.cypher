// refused: procedure 'db.clearquerycaches' is not on the short list
CALL db /* x */ .
 clearQueryCaches() YIELD value
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
