/* Whether a channel has something to do: alerts that are in no message, or messages whose time has come.
   in:  $channel, $now
   out: one row: pending, due */
MATCH (c:AlertChannel {name: $channel})
RETURN EXISTS { MATCH (a:Alert) WHERE a.place > c.place } AS pending,
  EXISTS { MATCH (m:AlertMessage {state: 'waiting'}) WHERE m.channel = $channel AND m.nextAt <= $now } AS due
