// refused: goes on beyond the account | does not lead to
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(:Account)-[:CONNECTED_FROM]->(:IpAddress)<-[:CONNECTED_FROM]-(a:Account)
  RETURN collect(DISTINCT a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
