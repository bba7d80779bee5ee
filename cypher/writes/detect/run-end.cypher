/* Closes a run.
   in:  $run, $knownFrom (when its clusters are written), $status, $since (the full run that it went on from, or null), $touched, $accounts, $clusters, $lowered and $causes (texts), $decisions (those that it held to: bit n of a list of longs stands for decision n), $suppressions (texts ID SCOPE), $millis */
MATCH (r:Run {id: $run})
SET r.complete = true, r.knownFrom = $knownFrom, r.status = $status, r.since = $since, r.touched = $touched, r.accounts = $accounts, r.clusters = $clusters, r.lowered = $lowered, r.causes = $causes,
  r.decisions = $decisions, r.suppressions = $suppressions, r.millis = $millis, r.endedAt = datetime()
