/* The account at a place in byte order of the ids.
   in:  $place, 0 and up
   out: id */
MATCH (a:Account)
WHERE a.id > ''
RETURN a.id AS id
ORDER BY a.id
SKIP $place LIMIT 1
