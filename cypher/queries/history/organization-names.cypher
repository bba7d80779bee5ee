/* What organizations are called.
   in:  $ids
   out: id, name; a row for each that there is, in the order of ids */
MATCH (o:Organization) WHERE o.id IN $ids
RETURN o.id AS id, coalesce(o.name, o.id) AS name
ORDER BY id
