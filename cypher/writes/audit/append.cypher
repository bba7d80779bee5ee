/* Appends entries if the chain still ends where the writer thinks.
   in:  $after, $hash: number and hash of the last entry (0 and zeros: there is none), $rows: at least one of {seq, at, actor, login,
        address, act, objectType, object, outcome, reason, detail (list of name=value), key, hash, seal}, in the order of the chain,
        $begun: ids of acts that have ended with them
   out: no row where the chain ends elsewhere, and nothing was appended; else ended: how many of these acts were kept as begun */
MATCH (h:AuditHead {id: 'audit'})
// the write takes the lock before anything is read
SET h.locked = coalesce(h.locked, 0) + 1
WITH h
WHERE coalesce(h.seq, 0) = $after AND (h.hash = $hash OR h.seq IS NULL)
WITH h, $rows[-1] AS last
SET h.seq = last.seq, h.hash = last.hash, h.at = last.at, h.key = last.key
WITH h
CALL () {
  UNWIND $rows AS row
  CREATE (e:AuditEntry)
  SET e = row
}
WITH h
CALL () {
  MATCH (b:AuditBegun)
  WHERE b.id IN $begun
  WITH collect(b) AS begun
  FOREACH (b IN begun | DELETE b)
  RETURN size(begun) AS ended
}
RETURN ended
