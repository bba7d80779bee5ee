// refused: more than one relationship | does not hang on | does more than match
MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (a:Account {id: i.instrument})
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
