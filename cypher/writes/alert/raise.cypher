/* Raises alerts, each beside the event that raises it, and says how far events were looked at.
   in:  $place, $raisedAt, $rows: {id (of the event), title, text, properties} */
MERGE (s:Sequence {id: 'alert'})
SET s.value = $place
WITH s
UNWIND $rows AS row
MATCH (e:LineageEvent {id: row.id})
MERGE (a:Alert {id: row.id})
ON CREATE SET a += row.properties, a.title = row.title, a.text = row.text, a.raisedAt = $raisedAt
MERGE (a)-[:RAISED_BY]->(e)
