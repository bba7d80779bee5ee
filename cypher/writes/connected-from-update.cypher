// In: $rows of {edge, properties}, by the element id the edge was read with in this transaction.
UNWIND $rows AS row
MATCH ()-[r:CONNECTED_FROM]->() WHERE elementId(r) = row.edge
SET r = row.properties
