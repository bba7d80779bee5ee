// refused: without a near end
MATCH (a:Account)-[:`X*1..2]`*]-(i:PaymentInstrument)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
