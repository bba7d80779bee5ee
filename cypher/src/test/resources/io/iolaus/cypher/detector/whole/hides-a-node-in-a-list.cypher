// refused: may look at more than values
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE size(keys(a)) > 1
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
