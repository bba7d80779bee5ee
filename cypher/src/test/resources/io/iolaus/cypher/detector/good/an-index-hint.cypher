MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account) USING INDEX i:PaymentInstrument(accounts)
WHERE i.accounts > 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
