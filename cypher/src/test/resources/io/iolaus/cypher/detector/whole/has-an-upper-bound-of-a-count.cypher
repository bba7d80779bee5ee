// refused: because an account goes
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members, count(p) AS n
}
WITH i, members, n WHERE size(members) >= 2 AND n < 4
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
