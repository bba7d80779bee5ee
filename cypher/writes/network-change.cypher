// Says that this transaction makes networks: whoever else does, or settles addresses, waits until it is done. Out: how
// often this has been said.
MERGE (s:Sequence {id: 'network'})
ON CREATE SET s.changes = 1
ON MATCH SET s.changes = s.changes + 1
RETURN s.changes AS changes
