// refused: procedure 'db.index.fulltext.querynodesx' is not on the short list
CALL db.index.fulltext.queryNodesX('x', 'y') YIELD node AS a
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
