// refused: may look beyond
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf)
  RETURN collect(a) AS members
}
OPTIONAL MATCH (o:Organization {id: 'org-1'})
WITH i, members, o WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
