MATCH (i:PaymentInstrument)
WITH i, COLLECT { MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN DISTINCT a } AS members
WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
