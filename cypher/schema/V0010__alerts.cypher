// One node for each alert, for each channel that alerts leave by, and for each message on one.
CREATE CONSTRAINT alert_id IF NOT EXISTS FOR (n:Alert) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_place IF NOT EXISTS FOR (n:Alert) ON (n.place);
CREATE CONSTRAINT alert_channel_name IF NOT EXISTS FOR (n:AlertChannel) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT alert_message_id IF NOT EXISTS FOR (n:AlertMessage) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_message_state IF NOT EXISTS FOR (n:AlertMessage) ON (n.state);
// What happened before there were alerts raises none.
MATCH (e:LineageEvent)
WITH max(e.place) AS place WHERE place IS NOT NULL
MERGE (s:Sequence {id: 'alert'})
ON CREATE SET s.value = place;
