// In: $rows of {account, edges}, an edge a list of target, days, counts, batches, total, first and last
// use, known: half the work of maps. The edges are not there yet: their accounts are locked, and so are the targets.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
UNWIND row.edges AS edge
MATCH (t:Identifier {id: edge[0]})
CREATE (a)-[:HAS_IDENTIFIER {days: edge[1], counts: edge[2], batches: edge[3], total: edge[4],
  firstSeen: edge[5], lastSeen: edge[6], known: edge[7]}]->(t)
