// refused: without a near end | AllRelationshipsScan
MATCH (a:Account)-[:PAID_WITH]-+(i)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
