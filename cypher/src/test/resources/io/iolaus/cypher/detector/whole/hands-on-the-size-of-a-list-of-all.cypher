// refused: groups otherwise
MATCH (i:PaymentInstrument)
WITH collect(i) AS things, count(*) AS n
UNWIND things AS i
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members
}
WITH i, members, n WHERE size(members) >= 2 AND n < 8
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
