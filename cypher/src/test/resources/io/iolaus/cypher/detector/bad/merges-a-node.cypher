// refused: MERGE is not for detectors
MATCH (a:Account) MERGE (l:Loot {id: a.id})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
