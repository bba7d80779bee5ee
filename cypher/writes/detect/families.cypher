/* Writes prompt families and who prompted them. Runs again with the same result.
   in:  $run, $rows: {id, kind, prompts, accounts, shingles, edges: [{account, days, counts, total, share}]}
   out: edges: how many were written */
UNWIND $rows AS row
MERGE (f:PromptFamily {id: row.id})
SET f.kind = row.kind, f.prompts = row.prompts, f.accounts = row.accounts, f.shingles = row.shingles, f.run = $run
WITH f, row, EXISTS { (f)<-[:PROMPTED]-() } AS known
CALL (f, row, known) {
  // a family of a first run: nothing to look for
  WITH f, row, known WHERE NOT known
  UNWIND row.edges AS edge
  MATCH (a:Account {id: edge.account})
  CREATE (a)-[:PROMPTED {days: edge.days, counts: edge.counts, total: edge.total, share: edge.share, run: $run}]->(f)
  RETURN count(*) AS fresh
}
CALL (f, row, known) {
  WITH f, row, known WHERE known
  UNWIND row.edges AS edge
  MATCH (a:Account {id: edge.account})
  MERGE (a)-[p:PROMPTED]->(f)
  SET p.days = edge.days, p.counts = edge.counts, p.total = edge.total, p.share = edge.share, p.run = $run
  RETURN count(*) AS again
}
RETURN sum(fresh + again) AS edges
