// In: $key, a keyed reference that tells one site secret from another. Out: that of the secret the graph was first
// loaded under, which is this one if there was none.
MERGE (s:Site {id: 'site'})
ON CREATE SET s.key = $key
RETURN s.key AS key
