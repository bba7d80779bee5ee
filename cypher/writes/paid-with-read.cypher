// In: $rows of {row, account, target}. Gives back the edges that are there, by `row`.
UNWIND $rows AS row
MATCH (:Account {id: row.account})-[r:PAID_WITH]->(:PaymentInstrument {id: row.target})
RETURN row.row AS row, elementId(r) AS edge, r.days AS days, r.counts AS counts, r.batches AS batches,
  r.firstSeen AS firstSeen, r.lastSeen AS lastSeen
