/* All versions of detectors that somebody proposed, published or retired here.
   in:  $detector (null for all)
   out: row (map), in order of detectors and versions */
MATCH (v:DetectorVersion)
WHERE $detector IS NULL OR v.detector = $detector
RETURN v {.*} AS row ORDER BY v.detector, v.version
