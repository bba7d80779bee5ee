/* Puts an event, and a comment or an attachment where there is one, under their case.
   in:  $case, $event (id), $comment, $attachment (id, or null) */
MATCH (f:CaseFile {id: $case})
MATCH (e:CaseEvent {id: $event})
MERGE (f)-[:HAS_EVENT]->(e)
WITH f
CALL (f) {
  MATCH (c:CaseComment {id: $comment})
  MERGE (f)-[:HAS_COMMENT]->(c)
}
CALL (f) {
  MATCH (a:CaseAttachment {id: $attachment})
  MERGE (f)-[:HAS_ATTACHMENT]->(a)
}
