MATCH (i:PaymentInstrument)
CALL (i) {
  WHEN i.kind = 'card' THEN { MATCH (i)<-[:PAID_WITH]-(a:Account) RETURN a }
  ELSE { MATCH (i)<-[:HAS_IDENTIFIER]-(a:Account) RETURN a }
}
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
