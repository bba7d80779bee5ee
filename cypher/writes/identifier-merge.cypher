// In: $rows of {id, kind, value, keyed, newAccounts} in byte order of ids. Makes what is missing and
// counts the accounts that are new to it.
UNWIND $rows AS row
MERGE (i:Identifier {id: row.id})
ON CREATE SET i.kind = row.kind, i.value = row.value, i.keyed = row.keyed, i.accounts = row.newAccounts
ON MATCH SET i.accounts = i.accounts + row.newAccounts
