// In: $rows, account ids. Out: all their edges of this type; cheaper than asking one by one where
// most of them are wanted.
UNWIND $rows AS id
MATCH (a:Account {id: id})-[r:HAS_IDENTIFIER]->(t:Identifier)
RETURN a.id AS account, t.id AS target, elementId(r) AS edge, r.days AS days, r.counts AS counts, r.batches AS batches,
  r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.known AS known
