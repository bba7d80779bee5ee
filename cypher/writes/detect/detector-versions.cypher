/* Notes whom versions of detectors had a part in labelling, this run and before. Versions that are not run any more keep theirs.
   in:  $run, $recordedAt, $rows: {id, detector, version, accounts (ids, in byte order; null: as before)} */
UNWIND $rows AS row
MERGE (v:DetectorTally {id: row.id})
ON CREATE SET v.detector = row.detector, v.version = row.version, v.firstRun = $run, v.accounts = []
SET v.lastRun = $run, v.recordedAt = $recordedAt, v.accounts = coalesce(row.accounts, v.accounts)
