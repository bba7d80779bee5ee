/* What tells that something may be in the graph that was not before: cheap enough to be asked several times a second.
   out: one row: batches, segments (of all batches), parts (of segments that are being written), replaced, replacing, renewed, store,
        derived (a text that becomes another with what runs write, and people correct) */
CALL () { MATCH (b:Batch) RETURN count(b) AS batches, coalesce(sum(b.segments), 0) AS segments, coalesce(sum(b.replaced), 0) AS replaced }
CALL () { MATCH (p:BatchPart) RETURN count(p) AS parts }
CALL () { MATCH (r:Run) RETURN count(r) AS runs, count(r.endedAt) AS ended, count(CASE WHEN r.complete THEN 1 END) AS complete }
OPTIONAL MATCH (sequence:Sequence {id: 'batch'})
OPTIONAL MATCH (derived:Sequence {id: 'derived'})
OPTIONAL MATCH (correction:Sequence {id: 'correction'})
OPTIONAL MATCH (site:Site {id: 'site'})
OPTIONAL MATCH (first:SchemaVersion {version: 1})
RETURN batches, segments, parts, replaced, sequence.replacing IS NOT NULL AS replacing, coalesce(site.renewed, 0) AS renewed,
  coalesce(toString(first.appliedAt), '') AS store,
  coalesce(toString(derived.value), '') + '/' + runs + '/' + ended + '/' + complete
    + coalesce('/' + toString(correction.value), '') AS derived
