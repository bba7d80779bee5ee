// In: $rows, account ids. Out: what the graph holds of those that are there, to see that this home knows all of it.
UNWIND $rows AS id
MATCH (a:Account {id: id})
RETURN a.id AS id, a.facts AS facts, a.exchanges AS exchanges, a.eventIds AS eventIds,
  COUNT { (a)-[:PAID_WITH]->() } AS paidWith, COUNT { (a)-[:CONNECTED_FROM]->() } AS connectedFrom,
  COUNT { (a)-[:HAS_IDENTIFIER]->() } AS hasIdentifier
