// refused: AllNodesScan
MATCH (i:!Account) WHERE i.accounts > 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(i) AS members
