/* What a detection run reads of every account, in byte order of the ids.
   in:  $asOf (instant), $asOfDay (date)
   out: a row an account; addresses: how many, prefixes: how many, instruments: kinds, networkUse: [use, exchanges] pairs */
MATCH (a:Account)
WHERE a.createdAt IS NULL OR a.createdAt <= $asOf
RETURN a.id AS id, a.createdAt AS createdAt, a.status AS status, a.emailDomain AS emailDomain,
  a.activity AS activity, a.prompts AS prompts, a.firstSeen AS firstSeen, a.lastSeen AS lastSeen,
  // a reseller vouches for everybody: that excuses nobody
  head(COLLECT { MATCH (a)-[:VERIFIED_BY]->(o) WHERE coalesce(o.kind, '') <> 'reseller' RETURN o.id ORDER BY o.id }) AS verifiedBy,
  COUNT { (a)-[:CONNECTED_FROM]->() } AS addresses,
  COUNT { MATCH (a)-[:CONNECTED_FROM]->(i) RETURN DISTINCT i.prefix } AS prefixes,
  // wallets and names on invoices say how it pays, not with what it came
  COUNT { MATCH (a)-[:HAS_IDENTIFIER]->(i) WHERE NOT i.kind IN ['wallet', 'billing-name'] } AS identifiers,
  COLLECT { MATCH (a)-[:PAID_WITH]->(p) RETURN coalesce(p.kind, 'card') } AS instruments,
  COLLECT {
    MATCH (a)-[c:CONNECTED_FROM]->(i)
    OPTIONAL MATCH (i)-[:IN_NETWORK]->(n)
    WITH coalesce(n.use, 'unknown') AS use, sum(c.total) AS exchanges
    RETURN [use, exchanges]
  } AS networkUse
ORDER BY a.id
