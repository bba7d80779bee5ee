// What people decide about accounts and clusters, and what they keep out of sight for a while.
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE INDEX decision_seq IF NOT EXISTS FOR (n:Decision) ON (n.seq);
CREATE CONSTRAINT suppression_id IF NOT EXISTS FOR (n:Suppression) REQUIRE n.id IS UNIQUE;

// Whom each version of a detector had a part in labelling.
CREATE CONSTRAINT detector_tally_id IF NOT EXISTS FOR (n:DetectorTally) REQUIRE n.id IS UNIQUE;
