/* Revokes a token that was not revoked before.
   in:  $id, $owner: whose it must be, null for anybody's; $by, $at
   out: the token, no row where there is none */
MATCH (t:ApiToken {id: $id})
WHERE $owner IS NULL OR t.owner = $owner
SET t.revokedAt = coalesce(t.revokedAt, $at), t.revokedBy = coalesce(t.revokedBy, $by)
RETURN t {.*} AS token
