/* Whom each version of each detector had a part in labelling.
   out: detector, version, firstRun, lastRun, accounts (ids); by detector, the latest version first */
MATCH (v:DetectorTally)
RETURN v.detector AS detector, v.version AS version, v.firstRun AS firstRun, v.lastRun AS lastRun, v.accounts AS accounts
ORDER BY detector, version DESC
