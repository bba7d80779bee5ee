// refused: goes on beyond the account
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)-[:CONNECTED_FROM]->(:IpAddress)
  RETURN collect(DISTINCT a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
