// refused: computed at run time | is not declared
MATCH (i:$all(['PaymentInstrument']))<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
