// refused: has no name | more than one relationship
MATCH (`i`:PaymentInstrument)
CALL (`i`) {
  MATCH (`i`)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf)
  RETURN collect(a) AS members
}
WITH `i`, members WHERE size(members) >= 2
RETURN `i`.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
