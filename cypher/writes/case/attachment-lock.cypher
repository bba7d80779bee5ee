/* Keeps others from putting down or deleting bytes of attachments until the transaction ends, and tells whether some bytes are needed.
   in:  $sha256
   out: number (of attachments with these bytes that were not taken away) */
MERGE (n:Sequence {id: 'case-attachment'})
SET n.lock = true
REMOVE n.lock
RETURN COUNT { MATCH (a:CaseAttachment {sha256: $sha256}) WHERE a.removedAt IS NULL } AS number
