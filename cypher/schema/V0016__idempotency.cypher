// One node for each idempotency key: what was asked under it, and what was answered. Kept for a day.
CREATE CONSTRAINT idempotency_key_id IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.id IS UNIQUE;
CREATE INDEX idempotency_key_user IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.user);
CREATE INDEX idempotency_key_expires IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.expiresAt);
