// refused: AllNodesScan
MATCH (i {id: 'x'})
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(i) AS members
