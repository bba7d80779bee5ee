/* What tells that the graph has changed: cheap enough to be asked every few seconds.
   out: one row: batch (greatest sequence number), open (batches not read to their end), run (greatest sequence number),
        batchAt, runAt (when these were recorded) */
CALL () { MATCH (b:Batch) RETURN max(b.seq) AS batch, count(CASE WHEN b.complete THEN null ELSE 1 END) AS open, max(b.recordedAt) AS batchAt }
CALL () { MATCH (r:Run) WHERE r.complete RETURN max(r.seq) AS run, max(r.recordedAt) AS runAt }
RETURN coalesce(batch, 0) AS batch, open, coalesce(run, 0) AS run, batchAt, runAt
