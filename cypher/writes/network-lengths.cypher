// Out: the prefix lengths that networks have, by version of the protocol.
MATCH (n:Network)
RETURN DISTINCT n.id CONTAINS ':' AS v6, toInteger(split(n.id, '/')[1]) AS length
