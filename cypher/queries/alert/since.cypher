/* Alerts after a place, in order.
   in:  $place, $limit
   out: alert (map), a row each */
MATCH (a:Alert) WHERE a.place > $place
WITH a ORDER BY a.place LIMIT $limit
RETURN a {.*, deliveries: []} AS alert
ORDER BY a.place
