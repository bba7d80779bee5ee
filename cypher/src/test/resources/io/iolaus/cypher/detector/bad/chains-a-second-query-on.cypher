// refused: NEXT is not for detectors
MATCH (a:Account) RETURN a NEXT MATCH (a) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
