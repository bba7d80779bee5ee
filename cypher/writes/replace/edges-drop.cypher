// In: $rows, element ids that were read in this transaction.
UNWIND $rows AS edge
MATCH ()-[r]->() WHERE elementId(r) = edge
DELETE r
