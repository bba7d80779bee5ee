// In: $rows of {account, target}. Out: the edges that are there.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})-[r:HAS_IDENTIFIER]->(t:Identifier {id: row.target})
RETURN a.id AS account, t.id AS target, elementId(r) AS edge, r.days AS days, r.counts AS counts, r.batches AS batches,
  r.firstSeen AS firstSeen, r.lastSeen AS lastSeen
