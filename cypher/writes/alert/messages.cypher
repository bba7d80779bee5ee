/* Puts alerts into messages that wait to be sent, and says how far that went.
   in:  $channel, $place, $now, $rows: {id, alerts (ids)} */
MATCH (c:AlertChannel {name: $channel})
SET c.place = $place
WITH c
UNWIND $rows AS row
CREATE (m:AlertMessage {id: row.id, channel: $channel, state: 'waiting', attempts: 0, madeAt: $now, since: $now, nextAt: $now})-[:ON]->(c)
WITH m, row
UNWIND row.alerts AS id
MATCH (a:Alert {id: id})
CREATE (m)-[:TELLS]->(a)
