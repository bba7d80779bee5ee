// refused: SHORTEST
MATCH p = ALL SHORTEST (a:Account)-[:PAID_WITH]-{1,3}(i:PaymentInstrument)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
