// In: $rows of {id, version, prefix, evidence, ordinal, newAccounts} in byte order of ids. Makes what
// is missing and counts the accounts that are new to it; gives back those in no network.
UNWIND $rows AS row
MERGE (i:IpAddress {id: row.id})
ON CREATE SET i.version = row.version, i.prefix = row.prefix, i.evidence = row.evidence,
  i.ordinal = row.ordinal, i.accounts = row.newAccounts
ON MATCH SET i.accounts = i.accounts + row.newAccounts
WITH i WHERE NOT EXISTS { (i)-[:IN_NETWORK]->() }
RETURN i.id AS id
