// refused: range counts to
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a WHERE reduce(s = 0, x IN range(0, 9_000_000_000) | s + x) > 0
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
