// In: $rows of {account, target, properties}. The edges are not there yet: their accounts are locked.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
MATCH (t:PaymentInstrument {id: row.target})
CREATE (a)-[r:PAID_WITH]->(t)
SET r = row.properties
