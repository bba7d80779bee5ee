// refused: REMOVE is not for detectors
MATCH (a:Account) REMOVE a.status
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
