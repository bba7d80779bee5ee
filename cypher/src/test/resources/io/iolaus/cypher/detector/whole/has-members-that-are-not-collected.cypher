// refused: a column is more than a name
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(a) AS users
}
WITH i, users WHERE size(users) >= 3
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, [u IN users WHERE u.status <> 'deleted'] AS members
