/* Where the chain ends.
   out: seq, hash of the last entry; nothing where there is none */
MATCH (h:AuditHead {id: 'audit'})
WHERE h.seq IS NOT NULL
RETURN h.seq AS seq, h.hash AS hash
