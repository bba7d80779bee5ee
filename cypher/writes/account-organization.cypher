// In: $rows of {id, organization, verified}. Lets each account have one edge to the organization it
// states now, and of the right type. The organization exists.
UNWIND $rows AS row
MATCH (a:Account {id: row.id})
OPTIONAL MATCH (a)-[old:VERIFIED_BY|SEAT_OF]->(:Organization)
WITH row, a, collect(old) AS olds
FOREACH (old IN olds | DELETE old)
WITH row, a
MATCH (o:Organization {id: row.organization})
FOREACH (ignored IN CASE WHEN row.verified THEN [1] ELSE [] END | CREATE (a)-[:VERIFIED_BY]->(o))
FOREACH (ignored IN CASE WHEN row.verified THEN [] ELSE [1] END | CREATE (a)-[:SEAT_OF]->(o))
