// In: $rows of {id, properties}. Replaces the properties named; a null one is removed.
UNWIND $rows AS row
MATCH (a:Account {id: row.id})
SET a += row.properties
