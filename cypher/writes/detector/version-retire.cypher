/* Takes a version out of use; one that comes with the program is noted here for that.
   in:  $id, $row: {detector, version, digest, origin, text, tests}, $by, $reason, $recordedAt
   out: id */
MERGE (v:DetectorVersion {id: $id})
ON CREATE SET v += $row, v.recordedAt = $recordedAt
SET v.status = 'retired', v.retiredBy = $by, v.retiredAt = $recordedAt, v.retireReason = $reason
RETURN v.id AS id
