/* Writes prompt families and who prompted them. Runs again with the same result.
   in:  $run, $rows: {id, kind, prompts, accounts, shingles, edges: [{account, days, counts, total, share}]} */
UNWIND $rows AS row
MERGE (f:PromptFamily {id: row.id})
SET f.kind = row.kind, f.prompts = row.prompts, f.accounts = row.accounts, f.shingles = row.shingles, f.run = $run
WITH f, row
UNWIND row.edges AS edge
MATCH (a:Account {id: edge.account})
MERGE (a)-[p:PROMPTED]->(f)
SET p.days = edge.days, p.counts = edge.counts, p.total = edge.total, p.share = edge.share, p.run = $run
