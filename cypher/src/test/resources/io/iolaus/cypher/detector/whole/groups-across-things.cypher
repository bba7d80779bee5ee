// refused: groups by what is not the key
MATCH (i:PaymentInstrument)
WITH i.kind AS kind, collect(i) AS things
CALL (things) {
  UNWIND things AS i
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  RETURN collect(DISTINCT a) AS members
}
WITH kind, members WHERE size(members) >= 2
RETURN kind AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
