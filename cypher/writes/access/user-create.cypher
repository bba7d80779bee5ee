/* Makes a user, unless the name is taken.
   in:  $row: what its node holds, with id and name
   out: one row if it was made, else none */
OPTIONAL MATCH (taken:User {name: $row.name})
WITH taken
WHERE taken IS NULL
CREATE (u:User)
SET u = $row
RETURN u {.*} AS user
