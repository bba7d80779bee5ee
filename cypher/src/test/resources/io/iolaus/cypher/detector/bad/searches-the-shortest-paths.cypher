// refused: not on the list | SHORTEST
MATCH p = allShortestPaths((a:Account)-[*..4]-(i:PaymentInstrument))
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
