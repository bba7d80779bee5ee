/* The place of the latest alert.
   out: one row: place (0 before the first) */
MATCH (a:Alert) WHERE a.place > 0
RETURN coalesce(max(a.place), 0) AS place
