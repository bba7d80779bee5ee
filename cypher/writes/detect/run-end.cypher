/* Closes a run.
   in:  $run, $status, $accounts, $clusters, $lowered (texts), $millis */
MATCH (r:Run {id: $run})
SET r.complete = true, r.status = $status, r.accounts = $accounts, r.clusters = $clusters, r.lowered = $lowered, r.millis = $millis
