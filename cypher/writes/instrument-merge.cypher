// In: $rows of {id, instrument, matchKey, newAccounts} in byte order of ids. Makes what is missing,
// locks, counts the accounts that are new to it, and gives back what it holds and how many had paid with it.
UNWIND $rows AS row
MERGE (i:PaymentInstrument {id: row.id})
ON CREATE SET i.instrument = row.instrument, i.matchKey = row.matchKey, i.accounts = row.newAccounts
ON MATCH SET i.accounts = i.accounts + row.newAccounts
RETURN i.id AS id, i.facts AS facts, i.accounts - row.newAccounts AS others
