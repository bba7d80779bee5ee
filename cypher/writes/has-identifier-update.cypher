// In: $rows, an edge a list of the element id it was read with in this transaction, days, counts, batches,
// total, first and last use, known.
UNWIND $rows AS edge
MATCH ()-[r:HAS_IDENTIFIER]->() WHERE elementId(r) = edge[0]
SET r.days = edge[1], r.counts = edge[2], r.batches = edge[3], r.total = edge[4],
  r.firstSeen = edge[5], r.lastSeen = edge[6], r.known = edge[7]
