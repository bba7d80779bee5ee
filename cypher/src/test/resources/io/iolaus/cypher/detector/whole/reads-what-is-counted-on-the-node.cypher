// refused: can change with accounts that are no members
MATCH (i:PaymentInstrument)
WHERE 2 <= i.accounts <= 3
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf)
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
