/* Records a bulk act that somebody proposes.
   in:  $row: {id, seq, version, kind, by, reason, state, cluster, choice, accounts (ids), hash, secondPerson, forecast (JSON), decided, proposedAt} */
CREATE (b:BulkAct)
SET b = $row
