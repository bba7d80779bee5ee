/* Changes a bulk act that is locked.
   in:  $id, $set (properties) */
MATCH (b:BulkAct {id: $id})
SET b += $set
