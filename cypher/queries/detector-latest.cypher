/* The latest run of each detector that ever ran.
   out: row (map), in order of the detectors */
MATCH (r:Run)-[:INCLUDES]->(d:DetectorRun)
WITH d, r ORDER BY r.seq DESC
WITH d.detector AS detector, head(collect({d: d, r: r})) AS latest
WITH detector, latest.d AS d, latest.r AS r
RETURN d {.id, .detector, .version, .params, .status, .reason, .links, .members, .millis, .recordedAt, run: r.id, seq: r.seq, asOf: r.asOf} AS row
ORDER BY detector
