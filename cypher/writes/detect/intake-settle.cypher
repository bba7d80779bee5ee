// Waits until transactions are wholly in the graph of which something may have been seen already: whoever says that a
// segment or a window is in, or that addresses or identifiers are others now, has one of these locks.
OPTIONAL MATCH (s:Sequence {id: 'network'})
OPTIONAL MATCH (site:Site {id: 'site'})
SET s.lock = true, site.lock = true
REMOVE s.lock, site.lock
