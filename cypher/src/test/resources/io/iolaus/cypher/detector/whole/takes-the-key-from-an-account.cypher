// refused: is not made of one shared thing
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members, collect(a.id) AS ids
}
WITH i, members, ids WHERE size(members) >= 2
RETURN ids[0] AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
