// Says that this transaction gives identifiers other references.
MATCH (s:Site {id: 'site'})
SET s.renewed = coalesce(s.renewed, 0) + 1
