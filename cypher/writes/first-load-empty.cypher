// Out: whether nothing was ever loaded here, and nobody has put anything else here: only what every database has that
// this program has opened (leases are nobody's where the database is not shared).
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:SchemaVersion AND NOT n:Site AND NOT n:Sequence AND NOT n:Lease }
  AND NOT EXISTS { MATCH (s:Sequence) WHERE coalesce(s.value, 0) > 0 OR coalesce(s.changes, 0) > 0 } AS empty
