// refused: procedure 'gds.louvain.stream' is not on the short list
CALL gds.louvain.stream('g') YIELD nodeId
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
