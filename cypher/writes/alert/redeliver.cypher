/* Lets failed messages with an alert wait once more, under their ids.
   in:  $alert (id), $now
   out: one row: known (whether there is such an alert), messages (how many wait now) */
OPTIONAL MATCH (a:Alert {id: $alert})
CALL (a) {
  OPTIONAL MATCH (a)<-[:TELLS]-(m:AlertMessage {state: 'failed'})
  SET m.state = 'waiting', m.attempts = 0, m.since = $now, m.nextAt = $now, m.endedAt = null
  RETURN count(m) AS messages
}
RETURN a IS NOT NULL AS known, messages
