/* Closes a run.
   in:  $run, $status, $accounts, $clusters, $lowered and $causes (texts), $millis */
MATCH (r:Run {id: $run})
SET r.complete = true, r.status = $status, r.accounts = $accounts, r.clusters = $clusters, r.lowered = $lowered, r.causes = $causes,
  r.millis = $millis
