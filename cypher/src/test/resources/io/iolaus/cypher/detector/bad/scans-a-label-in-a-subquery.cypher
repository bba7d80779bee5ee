// refused: CartesianProduct | all with all
MATCH (i:PaymentInstrument) CALL () { MATCH (a:Account) RETURN collect(a) AS members }
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
