// The audit: one node for each entry, one that says where the chain ends, one for each act that has begun and not ended.
CREATE CONSTRAINT audit_entry_seq IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.seq IS UNIQUE;
CREATE CONSTRAINT audit_head_id IF NOT EXISTS FOR (n:AuditHead) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_begun_id IF NOT EXISTS FOR (n:AuditBegun) REQUIRE n.id IS UNIQUE;

// Pages go by these, from the highest number downwards.
CREATE INDEX audit_entry_actor IF NOT EXISTS FOR (n:AuditEntry) ON (n.actor, n.seq);
CREATE INDEX audit_entry_act IF NOT EXISTS FOR (n:AuditEntry) ON (n.act, n.seq);
CREATE INDEX audit_entry_object IF NOT EXISTS FOR (n:AuditEntry) ON (n.object, n.seq);
CREATE INDEX audit_entry_outcome IF NOT EXISTS FOR (n:AuditEntry) ON (n.outcome, n.seq);

// From a time to a number: times never go back along the chain.
CREATE INDEX audit_entry_at IF NOT EXISTS FOR (n:AuditEntry) ON (n.at, n.seq);
