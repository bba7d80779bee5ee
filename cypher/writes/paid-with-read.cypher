// In: $rows of {account, target}. Out: the edges that are there. Optional, so that both ends are known
// before the edge is looked for: a thing may be shared by tens of thousands, an account may have as many.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MATCH (t:PaymentInstrument {id: row.target})
OPTIONAL MATCH (a)-[r:PAID_WITH]->(t)
WITH row, r WHERE r IS NOT NULL
RETURN row.account AS account, row.target AS target, elementId(r) AS edge, r.days AS days, r.counts AS counts, r.batches AS batches,
  r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.known AS known
