/* The user whom the site's identity provider means.
   in:  $subject: issuer and subject of its tokens, with a blank between
   out: what its node holds, no row where there is none; sealed values stay sealed */
MATCH (u:User {subject: $subject})
RETURN u {.*} AS user
