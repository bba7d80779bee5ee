/* Brings up to date how many accounts and prompts families have.
   in:  $rows: {id, accounts, prompts} */
UNWIND $rows AS row
MATCH (f:PromptFamily {id: row.id})
SET f.accounts = row.accounts, f.prompts = row.prompts
