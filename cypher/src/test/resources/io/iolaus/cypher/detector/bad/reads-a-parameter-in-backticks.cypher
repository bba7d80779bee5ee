// refused: is not declared
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE i.id = $`from `
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
