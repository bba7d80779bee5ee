// In: $rows of {id, newId, value}. Gives identifiers their references under the latest site secret.
UNWIND $rows AS row
MATCH (i:Identifier {id: row.id})
SET i.id = row.newId, i.value = row.value
