/* Accounts outside a cluster to which the given things point most.
   in:  $cluster, $instruments, $identifiers, $addresses, $families, $patterns ({id, worth}), $limit
   out: rows: account, things (how many of them it shows), in (another cluster that it is in, or null) */
MATCH (c:Cluster {id: $cluster})
CALL (c) {
  UNWIND $instruments AS thing
  MATCH (t:PaymentInstrument {id: thing.id})<-[:PAID_WITH]-(a:Account)
  RETURN a, t, thing.worth AS worth
  UNION
  UNWIND $identifiers AS thing
  MATCH (t:Identifier {id: thing.id})<-[:HAS_IDENTIFIER]-(a:Account)
  RETURN a, t, thing.worth AS worth
  UNION
  UNWIND $addresses AS thing
  MATCH (t:IpAddress {id: thing.id})<-[:CONNECTED_FROM]-(a:Account)
  RETURN a, t, thing.worth AS worth
  UNION
  UNWIND $families AS thing
  MATCH (t:PromptFamily {id: thing.id})<-[:PROMPTED]-(a:Account)
  RETURN a, t, thing.worth AS worth
  UNION
  UNWIND $patterns AS thing
  MATCH (t:Pattern {id: thing.id})<-[:SHOWS]-(a:Account)
  RETURN a, t, thing.worth AS worth
}
WITH c, a, count(DISTINCT t) AS things, sum(worth) AS worth
WHERE NOT EXISTS { MATCH (a)-[m:MEMBER_OF]->(c) WHERE m.validTo IS NULL }
WITH a, things, worth ORDER BY worth DESC, a.id LIMIT $limit
RETURN a.id AS account, things,
  head(COLLECT { MATCH (a)-[m:MEMBER_OF]->(o:Cluster) WHERE m.validTo IS NULL AND o.validTo IS NULL RETURN o.id ORDER BY m.membership DESC, o.id }) AS in
