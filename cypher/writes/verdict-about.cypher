// In: $rows of {id, account}. Both exist.
UNWIND $rows AS row
MATCH (v:Verdict {id: row.id})
MATCH (a:Account {id: row.account})
MERGE (v)-[:ABOUT]->(a)
