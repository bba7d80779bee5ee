/* Writes what clusters showed, for explanations. To come after all else of its transaction: where an earlier profile stands,
   reading it makes every array that is read later as slow as it was.
   in:  $rows: {id, profile} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.id})
SET c.profile = row.profile
