/* Messages of a channel whose time has come, in the order in which they were made.
   in:  $channel, $now, $limit
   out: id, attempts, since, madeAt, alerts (maps, in order) */
MATCH (m:AlertMessage {state: 'waiting'}) WHERE m.channel = $channel AND m.nextAt <= $now
CALL (m) {
  MATCH (m)-[:TELLS]->(a:Alert)
  WITH a ORDER BY a.place
  RETURN collect(a {.*, deliveries: []}) AS alerts
}
RETURN m.id AS id, m.attempts AS attempts, m.since AS since, m.madeAt AS madeAt, alerts
ORDER BY alerts[0].place, id
LIMIT $limit
