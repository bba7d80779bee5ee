/* Whom versions of detectors had a part in labelling so far.
   in:  $ids (of versions)
   out: id, accounts (ids, in byte order) */
MATCH (v:DetectorTally)
WHERE v.id IN $ids
RETURN v.id AS id, v.accounts AS accounts
