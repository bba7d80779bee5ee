// refused: all with
MATCH (a:Account) WITH a, a.plan AS plan ORDER BY plan
MATCH (i:PaymentInstrument) WHERE i.accounts >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
