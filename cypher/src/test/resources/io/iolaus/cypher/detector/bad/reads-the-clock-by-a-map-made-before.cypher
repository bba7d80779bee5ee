// refused: reads the machine's clock
WITH {timezone: 'UTC'} AS zone
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) WHERE date(a.createdAt) = date(zone)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
