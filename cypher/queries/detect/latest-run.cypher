/* The latest run that was completed.
   out: id, asOf, window (ISO 8601 duration), lines and replaced (of all batches when it began), ignoring (texts), decisions (bit n of a list of longs: decision n), suppressions (texts),
        detectors: [{detector, version, params, status}]; no row where there is none */
MATCH (r:Run)
WHERE r.complete AND r.window IS NOT NULL
WITH r ORDER BY r.seq DESC LIMIT 1
RETURN r.id AS id, r.asOf AS asOf, r.window AS window, coalesce(r.lines, 0) AS lines, coalesce(r.replaced, 0) AS replaced,
  coalesce(r.ignoring, []) AS ignoring, coalesce(r.decisions, []) AS decisions,
  coalesce(r.suppressions, []) AS suppressions,
  COLLECT { MATCH (r)-[:INCLUDES]->(d:DetectorRun) RETURN d {.detector, .version, .params, .status} ORDER BY d.detector } AS detectors
