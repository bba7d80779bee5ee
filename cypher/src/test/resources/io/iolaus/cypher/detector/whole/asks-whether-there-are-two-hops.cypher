// refused: a subquery in a condition
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  WHERE EXISTS { (a)-[:PAID_WITH]->(:PaymentInstrument)<-[:PAID_WITH]-(b:Account) WHERE b.status = 'banned' }
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
