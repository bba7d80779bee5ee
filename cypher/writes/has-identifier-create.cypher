// In: $rows of {account, target, properties}. The edges are not there yet: their accounts are locked.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MATCH (t:Identifier {id: row.target})
CREATE (a)-[r:HAS_IDENTIFIER]->(t)
SET r = row.properties
