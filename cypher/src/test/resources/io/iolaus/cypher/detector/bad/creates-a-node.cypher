// refused: CREATE is not for detectors
MATCH (a:Account) CREATE (:Loot {id: a.id})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
