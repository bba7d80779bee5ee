// refused: does more than collect
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members
  UNION
  MATCH (i)<-[:PAID_WITH]-(:Account)-[:SEAT_OF]->(:Organization)<-[:SEAT_OF]-(a:Account)
  RETURN collect(DISTINCT a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
