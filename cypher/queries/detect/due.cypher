/* What tells whether a run is due. Nothing of it depends on two clocks that must agree: times are the database's, and whether
   something came in is told by comparing what there is with what the latest complete run found there.
   in:  $lease (its name)
   out: one row: now, batches, open (batches not read to their end), news (whether something came in that no complete run has seen),
        startedAt (of the newest run, whatever became of it; null without one), cutOff (how many runs, the newest first, have
        neither ended nor failed), held (whether somebody is at it) */
CALL () {
  MATCH (b:Batch)
  RETURN count(b) AS batches, count(CASE WHEN b.complete THEN null ELSE 1 END) AS open, coalesce(sum(b.read), 0) AS lines,
    coalesce(sum(b.replaced), 0) AS replaced, max(b.recordedAt) AS newest
}
CALL () { OPTIONAL MATCH (r:Run) WITH r ORDER BY r.seq DESC LIMIT 1 RETURN coalesce(r.startedAt, r.recordedAt) AS startedAt }
CALL () { OPTIONAL MATCH (r:Run) WHERE r.complete WITH r ORDER BY r.seq DESC LIMIT 1 RETURN r AS seen }
CALL () { MATCH (r:Run) WHERE r.complete OR r.status = 'failed' RETURN coalesce(max(r.seq), 0) AS ended }
CALL (ended) { MATCH (r:Run) WHERE r.seq > ended RETURN count(r) AS cutOff }
OPTIONAL MATCH (l:Lease {name: $lease})
RETURN datetime() AS now, batches, open, startedAt, cutOff, coalesce(l.holder IS NOT NULL AND l.expiresAt >= datetime(), false) AS held,
  batches > 0 AND (seen IS NULL OR newest > coalesce(seen.newest, seen.recordedAt)
    OR lines <> coalesce(seen.lines, lines) OR replaced <> coalesce(seen.replaced, replaced)) AS news
