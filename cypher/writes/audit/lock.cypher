/* Locks the end of the audit's chain until the transaction ends: nobody else appends before.
   out: seq, hash, at, key of the last entry; null where there is none */
MERGE (h:AuditHead {id: 'audit'})
// the write takes the lock before anything is read
SET h.locked = coalesce(h.locked, 0) + 1
WITH h
RETURN h.seq AS seq, h.hash AS hash, h.at AS at, h.key AS key
