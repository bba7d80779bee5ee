/* Closes a run.
   in:  $run, $status, $accounts, $clusters, $millis */
MATCH (r:Run {id: $run})
SET r.complete = true, r.status = $status, r.accounts = $accounts, r.clusters = $clusters, r.millis = $millis
