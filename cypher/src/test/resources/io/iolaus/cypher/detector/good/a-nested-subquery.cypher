MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[:PAID_WITH]-(a:Account)
  CALL (a) { MATCH (a)-[:CONNECTED_FROM]->(ip:IpAddress) RETURN count(ip) AS addresses }
  WITH a, addresses WHERE addresses > 0
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
