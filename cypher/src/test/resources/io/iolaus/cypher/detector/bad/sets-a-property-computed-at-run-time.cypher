// refused: SET is not for detectors
MATCH (a:Account) SET a[$from] = 1
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
