/* Puts a version forward, unless it is there: then nothing is changed.
   in:  $id, $row: {detector, version, digest, origin, text, tests, author, reason, backtest}, $recordedAt
   out: row (map): the version as it stands */
MERGE (v:DetectorVersion {id: $id})
ON CREATE SET v += $row, v.status = 'proposed', v.recordedAt = $recordedAt
RETURN v {.*} AS row
