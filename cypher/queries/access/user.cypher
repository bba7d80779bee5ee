/* One user.
   in:  $name
   out: what its node holds, no row where there is none; sealed values stay sealed */
MATCH (u:User {name: $name})
RETURN u {.*} AS user
