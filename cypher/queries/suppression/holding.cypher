/* Suppressions that hold at a moment of our own time.
   in:  $now
   out: id, scope; the earlier first */
MATCH (s:Suppression)
WHERE s.endedAt IS NULL AND s.expiresAt > $now
RETURN s.id AS id, s.scope AS scope
ORDER BY s.seq
