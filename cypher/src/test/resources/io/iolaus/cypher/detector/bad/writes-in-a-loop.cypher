// refused: FOREACH is not for detectors
MATCH (a:Account) FOREACH (x IN [1] | SET a.x = x)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
