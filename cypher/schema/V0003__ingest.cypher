// What loading needs besides keys.

// One node hands out the sequence numbers of batches.
CREATE CONSTRAINT sequence_id IF NOT EXISTS FOR (n:Sequence) REQUIRE n.id IS UNIQUE;

// For the addresses in a network that becomes known after them.
CREATE INDEX ip_address_ordinal IF NOT EXISTS FOR (n:IpAddress) ON (n.ordinal);
