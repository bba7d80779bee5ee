// In: $rows of {id, properties}. Replaces the properties named; a null one is removed.
UNWIND $rows AS row
MATCH (n:Verdict {id: row.id})
SET n += row.properties
