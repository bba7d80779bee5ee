// refused: only collect and count
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  RETURN collect(a) AS members, sum(p.change) AS change
}
WITH i, members, change WHERE size(members) >= 2 AND change >= 3
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
