// refused: is the engine's | may look beyond | does not start at one kind
WITH COUNT { (:Account) } AS everybody
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf)
  RETURN collect(a) AS members
}
WITH i, members, everybody WHERE size(members) >= 2 AND size(members) * 10 <= everybody
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
