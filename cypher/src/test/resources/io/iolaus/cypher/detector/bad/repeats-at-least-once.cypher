// refused: without a near end
MATCH (a:Account)-[:PAID_WITH]-{1,}(i)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
