/* Makes a channel that is new: it tells of what is raised from now on.
   in:  $channel */
CALL () { MATCH (a:Alert) WHERE a.place > 0 RETURN coalesce(max(a.place), 0) AS place }
MERGE (c:AlertChannel {name: $channel})
ON CREATE SET c.place = place
