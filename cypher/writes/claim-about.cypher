// In: $rows of {id, organization}. Both exist.
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (o:Organization {id: row.organization})
MERGE (c)-[:ABOUT]->(o)
