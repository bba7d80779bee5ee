// refused: range counts to
UNWIND range(1, 1000000000) AS x
MATCH (i:PaymentInstrument {accounts: x})<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
