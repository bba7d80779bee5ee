/* Makes a token of a user, unless it has too many that are good.
   in:  $row: what its node holds, with owner and createdAt; $most
   out: one row if it was made, else none */
OPTIONAL MATCH (t:ApiToken {owner: $row.owner})
WHERE t.revokedAt IS NULL AND t.expiresAt > $row.createdAt
WITH count(t) AS good
WHERE good < $most
CREATE (n:ApiToken)
SET n = $row
RETURN n {.*} AS token
