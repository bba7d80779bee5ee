/* One token.
   in:  $id
   out: what its node holds, no row where there is none */
MATCH (t:ApiToken {id: $id})
RETURN t {.*} AS token
