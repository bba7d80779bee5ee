// refused: DELETE is not for detectors
MATCH (a:Account) DELETE a
RETURN 'x' AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
