/* Accounts in clusters that lead to things which tie these, or did.
   in:  $rows: {cluster, type, key}
   out: cluster, account */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.cluster})
OPTIONAL MATCH (p:PaymentInstrument {id: CASE WHEN row.type = 'PaymentInstrument' THEN row.key END})
OPTIONAL MATCH (i:IpAddress {id: CASE WHEN row.type = 'IpAddress' THEN row.key END})
OPTIONAL MATCH (d:Identifier {id: CASE WHEN row.type = 'Identifier' THEN row.key END})
OPTIONAL MATCH (f:PromptFamily {id: CASE WHEN row.type = 'PromptFamily' THEN row.key END})
WITH c, coalesce(p, i, d, f) AS thing
WHERE thing IS NOT NULL
MATCH (thing)<-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED]-(a:Account)
MATCH (a)-[m:MEMBER_OF]->(c)
WHERE m.validTo IS NULL
RETURN DISTINCT c.id AS cluster, a.id AS account
