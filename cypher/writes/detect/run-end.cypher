/* Closes a run.
   in:  $run, $knownFrom (when its clusters are written), $status, $accounts, $clusters, $lowered and $causes (texts), $millis */
MATCH (r:Run {id: $run})
SET r.complete = true, r.knownFrom = $knownFrom, r.status = $status, r.accounts = $accounts, r.clusters = $clusters, r.lowered = $lowered, r.causes = $causes,
  r.millis = $millis, r.endedAt = datetime()
