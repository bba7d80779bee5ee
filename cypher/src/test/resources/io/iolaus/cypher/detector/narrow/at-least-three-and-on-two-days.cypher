MATCH (i:PaymentInstrument)
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf) AND NOT coalesce(a.status, 'active') IN ['deleted', 'banned']
  RETURN collect(DISTINCT a) AS members, count(DISTINCT p.firstSeen) AS beginnings, collect(p) AS edges
}
WITH i, members, beginnings, edges WHERE 3 <= size(members) AND beginnings >= 2
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members, edges
