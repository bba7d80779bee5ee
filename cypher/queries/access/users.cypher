/* All users, by name.
   out: of each what its node holds; sealed values stay sealed */
MATCH (u:User)
RETURN u {.*} AS user
ORDER BY u.name
