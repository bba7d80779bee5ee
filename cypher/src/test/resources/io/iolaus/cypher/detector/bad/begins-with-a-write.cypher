// refused: cannot begin with MERGE
MERGE (i:PaymentInstrument {id: 'x'}) WITH i
MATCH (i)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
