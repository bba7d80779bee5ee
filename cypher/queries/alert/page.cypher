/* One page of alerts, the latest first, with what became of each on the channels.
   in:  $cluster (null: all), $delivery (state of a message with it; null: any), $limit; $afterKey (null on the first page)
   out: one row: total, rows (maps) */
MATCH (a:Alert)
WHERE a.place > 0 AND ($cluster IS NULL OR $cluster IN a.clusters OR $cluster IN a.parents)
  AND ($delivery IS NULL OR EXISTS { (a)<-[:TELLS]-(m:AlertMessage) WHERE m.state = $delivery })
WITH a ORDER BY a.place DESC
WITH collect(a) AS alerts
RETURN size(alerts) AS total,
  COLLECT {
    UNWIND alerts AS a
    WITH a WHERE $afterKey IS NULL OR a.place < $afterKey
    LIMIT $limit
    RETURN a {.*, deliveries: COLLECT {
      MATCH (a)<-[:TELLS]-(m:AlertMessage)
      RETURN m {.id, .channel, .state, .attempts, .nextAt, .endedAt, .problem} ORDER BY m.channel, m.madeAt
    }}
    ORDER BY a.place DESC
  } AS rows
