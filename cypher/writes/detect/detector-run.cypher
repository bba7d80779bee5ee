/* Records what one detector did in a run.
   in:  $run, $row: {id, detector, version, params, status, reason, links, members, millis}, $recordedAt */
MERGE (r:Run {id: $run})
MERGE (d:DetectorRun {id: $row.id})
SET d.detector = $row.detector, d.version = $row.version, d.params = $row.params, d.status = $row.status,
  d.reason = $row.reason, d.links = $row.links, d.members = $row.members, d.millis = $row.millis, d.recordedAt = $recordedAt
MERGE (r)-[:INCLUDES]->(d)
