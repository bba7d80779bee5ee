// Cases: what people work on, what they put in, what they wrote and who changed what.
CREATE CONSTRAINT case_file_id IF NOT EXISTS FOR (n:CaseFile) REQUIRE n.id IS UNIQUE;
CREATE INDEX case_file_seq IF NOT EXISTS FOR (n:CaseFile) ON (n.seq);
CREATE CONSTRAINT case_item_id IF NOT EXISTS FOR (n:CaseItem) REQUIRE n.id IS UNIQUE;
CREATE INDEX case_item_of IF NOT EXISTS FOR (n:CaseItem) ON (n.of);
CREATE CONSTRAINT case_comment_id IF NOT EXISTS FOR (n:CaseComment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT case_event_id IF NOT EXISTS FOR (n:CaseEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT case_attachment_id IF NOT EXISTS FOR (n:CaseAttachment) REQUIRE n.id IS UNIQUE;
CREATE INDEX case_attachment_sha256 IF NOT EXISTS FOR (n:CaseAttachment) ON (n.sha256);
