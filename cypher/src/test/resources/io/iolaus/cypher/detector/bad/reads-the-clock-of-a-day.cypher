// refused: reads the machine's clock
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE time() > time('12:00')
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
