/* Puts an event, and a comment where there is one, under their case.
   in:  $case, $event (id), $comment (id, or null) */
MATCH (f:CaseFile {id: $case})
MATCH (e:CaseEvent {id: $event})
MERGE (f)-[:HAS_EVENT]->(e)
WITH f
MATCH (c:CaseComment {id: $comment})
MERGE (f)-[:HAS_COMMENT]->(c)
