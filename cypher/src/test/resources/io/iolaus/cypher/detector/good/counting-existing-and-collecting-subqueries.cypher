MATCH (i:PaymentInstrument)
WHERE COUNT { (i)<-[:PAID_WITH]-() } >= $minAccounts
  AND EXISTS { MATCH (i)<-[:PAID_WITH]-(v:Account) WHERE v.verified }
WITH i, COLLECT { MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN a ORDER BY a.id LIMIT 5 } AS members
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
