// refused: SET is not for detectors
MATCH (a:Account) sEt
a.status = 'deleted'
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
