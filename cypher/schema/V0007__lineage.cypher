// One node for each thing that happened to clusters.
CREATE CONSTRAINT lineage_event_id IF NOT EXISTS FOR (n:LineageEvent) REQUIRE n.id IS UNIQUE;
CREATE INDEX lineage_event_place IF NOT EXISTS FOR (n:LineageEvent) ON (n.place);
