// refused: does more than match the accounts
MATCH (i:PaymentInstrument)
CALL (i) {
  OPTIONAL MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
