/* Tokens of a user, or of all, the latest first.
   in:  $owner: null for all
   out: of each what its node holds; none holds a token */
MATCH (t:ApiToken)
WHERE $owner IS NULL OR t.owner = $owner
RETURN t {.*} AS token
ORDER BY t.createdAt DESC, t.id
