/* Brings up to date which families some accounts prompted; families stay as they are.
   in:  $run (that wrote the families), $rows: {account, families (ids of all), edges: [{family, days, counts, total, share}]} */
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
CALL (a, row) {
  MATCH (a)-[old:PROMPTED]->(f)
  WHERE NOT f.id IN row.families
  DELETE old
}
CALL (a, row) {
  UNWIND row.edges AS edge
  MATCH (f:PromptFamily {id: edge.family})
  MERGE (a)-[p:PROMPTED]->(f)
  SET p.days = edge.days, p.counts = edge.counts, p.total = edge.total, p.share = edge.share, p.run = $run
}
