// What is looked up by something other than its key.

// For cohorts of creation.
CREATE INDEX account_created_at IF NOT EXISTS FOR (n:Account) ON (n.createdAt);

// For the latest event time.
CREATE INDEX account_last_seen IF NOT EXISTS FOR (n:Account) ON (n.lastSeen);
CREATE INDEX account_organization IF NOT EXISTS FOR (n:Account) ON (n.organization);
CREATE INDEX account_email_domain IF NOT EXISTS FOR (n:Account) ON (n.emailDomain);

// For what more than one account showed.
CREATE INDEX payment_instrument_accounts IF NOT EXISTS FOR (n:PaymentInstrument) ON (n.accounts);
CREATE INDEX ip_address_accounts IF NOT EXISTS FOR (n:IpAddress) ON (n.accounts);
CREATE INDEX identifier_accounts IF NOT EXISTS FOR (n:Identifier) ON (n.accounts);

// For the neighbourhood of an address.
CREATE INDEX ip_address_prefix IF NOT EXISTS FOR (n:IpAddress) ON (n.prefix);
CREATE INDEX network_asn IF NOT EXISTS FOR (n:Network) ON (n.asn);

// For the change feed, and a source that grew.
CREATE INDEX batch_seq IF NOT EXISTS FOR (n:Batch) ON (n.seq);
CREATE INDEX batch_head_digest IF NOT EXISTS FOR (n:Batch) ON (n.headDigest);
CREATE INDEX batch_digest IF NOT EXISTS FOR (n:Batch) ON (n.digest);

// For the latest run.
CREATE INDEX run_seq IF NOT EXISTS FOR (n:Run) ON (n.seq);
CREATE INDEX detector_run_detector IF NOT EXISTS FOR (n:DetectorRun) ON (n.detector);

// For the queue.
CREATE INDEX cluster_state IF NOT EXISTS FOR (n:Cluster) ON (n.state);
CREATE INDEX cluster_score IF NOT EXISTS FOR (n:Cluster) ON (n.score);
CREATE INDEX cluster_run IF NOT EXISTS FOR (n:Cluster) ON (n.run);
CREATE INDEX verdict_account IF NOT EXISTS FOR (n:Verdict) ON (n.account);
CREATE INDEX claim_cluster IF NOT EXISTS FOR (n:Claim) ON (n.cluster);
