// In: $rows of {account, target, properties}. The edges are not there yet: their accounts are locked.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MATCH (t:IpAddress {id: row.target})
CREATE (a)-[r:CONNECTED_FROM]->(t)
SET r = row.properties
