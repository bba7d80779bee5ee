/* What a detection run reads of some accounts: the rows that queries/detect/population has for them, in no order.
   in:  $asOf (instant), $ids
   out: as there */
UNWIND $ids AS id
MATCH (a:Account {id: id})
WHERE a.createdAt IS NULL OR a.createdAt <= $asOf
CALL (a) {
  OPTIONAL MATCH (a)-[c:CONNECTED_FROM]->(i)
  OPTIONAL MATCH (i)-[:IN_NETWORK]->(n)
  RETURN count(c) AS addresses, count(DISTINCT i.prefix) AS prefixes, collect(CASE WHEN c IS NOT NULL THEN [n.use, coalesce(c.total, 0)] END) AS networkUse
}
CALL (a) {
  // a reseller vouches for everybody: that excuses nobody
  OPTIONAL MATCH (a)-[:VERIFIED_BY]->(o) WHERE coalesce(o.kind, '') <> 'reseller'
  RETURN min(o.id) AS verifiedBy
}
CALL (a) {
  OPTIONAL MATCH (a)-[:PAID_WITH]->(p)
  RETURN collect(CASE WHEN p IS NOT NULL THEN coalesce(p.kind, 'card') END) AS instruments
}
RETURN a.id AS id, a.createdAt AS createdAt, a.status AS status, a.emailDomain AS emailDomain,
  a.activity AS activity, a.prompts AS prompts, a.firstSeen AS firstSeen, a.lastSeen AS lastSeen,
  verifiedBy, addresses, prefixes, instruments, networkUse,
  // wallets and names on invoices say how it pays, not with what it came
  EXISTS { MATCH (a)-[:HAS_IDENTIFIER]->(i) WHERE NOT i.kind IN ['wallet', 'billing-name'] } AS identifies
