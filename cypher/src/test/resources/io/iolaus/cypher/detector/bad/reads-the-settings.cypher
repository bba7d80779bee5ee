// refused: procedure 'dbms.listconfig' is not on the short list
CALL dbms.listConfig() YIELD name, value
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
