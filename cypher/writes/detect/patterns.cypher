/* Writes patterns and who shows them. Runs again with the same result.
   in:  $run, $rows: {id, kind, label, accounts, chance (log10), members}
   out: edges: how many were written */
UNWIND $rows AS row
MERGE (p:Pattern {id: row.id})
SET p.kind = row.kind, p.label = row.label, p.accounts = row.accounts, p.chance = row.chance, p.run = $run
WITH p, row
UNWIND row.members AS member
MATCH (a:Account {id: member})
MERGE (a)-[s:SHOWS]->(p)
SET s.run = $run
RETURN count(*) AS edges
