/* Publishes a version that was put forward, with the text that was looked at.
   in:  $id, $digest, $by, $backtest, $recordedAt
   out: one row where it was published now, none where it is not as it was */
MATCH (v:DetectorVersion {id: $id, digest: $digest, status: 'proposed'})
SET v.status = 'published', v.approvedBy = $by, v.publishedAt = $recordedAt, v.backtest = $backtest
RETURN v.id AS id
