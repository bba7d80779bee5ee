MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN a
  UNION
  MATCH (i)<-[:HAS_IDENTIFIER]-(a:Account) RETURN a
}
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(DISTINCT a) AS members
