/* Notes what suppressions left out of a run.
   in:  $run, $rows: {id, links, accounts (who share these)} */
UNWIND $rows AS row
MATCH (s:Suppression {id: row.id})
SET s.links = row.links, s.accounts = row.accounts, s.run = $run
