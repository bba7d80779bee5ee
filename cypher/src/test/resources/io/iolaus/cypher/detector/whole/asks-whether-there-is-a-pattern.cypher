// refused: stands there as a whole
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  WHERE (a)-[:SEAT_OF]->(:Organization)
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
