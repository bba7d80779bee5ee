// refused: USE is not for detectors
CALL () { USE graph.byName('system') MATCH (u:User) RETURN u }
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
