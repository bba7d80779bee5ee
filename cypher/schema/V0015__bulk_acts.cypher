// Decisions about many accounts at once, and which decisions each of them took.
CREATE CONSTRAINT bulk_act_id IF NOT EXISTS FOR (n:BulkAct) REQUIRE n.id IS UNIQUE;
CREATE INDEX bulk_act_state IF NOT EXISTS FOR (n:BulkAct) ON (n.state);
CREATE INDEX decision_act IF NOT EXISTS FOR (n:Decision) ON (n.act);
