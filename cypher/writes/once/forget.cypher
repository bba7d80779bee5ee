/* Forgets keys whose time is over, some at a time.
   in:  $now, $limit */
MATCH (k:IdempotencyKey) WHERE k.expiresAt <= $now
WITH k LIMIT $limit
DELETE k
