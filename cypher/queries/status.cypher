/* How much there is, and as of when.
   out: one row: graphTime, accounts, exchanges, labelled, review, batches, lastRun */
CALL () { MATCH (a:Account) WHERE a.lastSeen IS NOT NULL RETURN max(a.lastSeen) AS graphTime }
CALL () { MATCH (b:Batch) RETURN count(b) AS batches, sum(b.exchanges) AS exchanges }
RETURN graphTime, COUNT { (:Account) } AS accounts, exchanges, batches,
  COUNT { MATCH (c:Cluster {state: 'labelled'}) WHERE c.validTo IS NULL } AS labelled,
  COUNT { MATCH (c:Cluster {state: 'review'}) WHERE c.validTo IS NULL } AS review,
  head(COLLECT {
    MATCH (r:Run) WHERE r.complete
    RETURN r {.id, .seq, .asOf, .since, touched: coalesce(r.touched, r.accounts), .recordedAt, .complete, .status, .accounts, .clusters, .millis, unfinished: COLLECT {
      MATCH (r)-[:INCLUDES]->(d:DetectorRun) WHERE d.status <> 'complete'
      RETURN d.detector + ' is ' + d.status + ': ' + coalesce(d.reason, '?') AS text ORDER BY text
    }} ORDER BY r.seq DESC LIMIT 1
  }) AS lastRun
