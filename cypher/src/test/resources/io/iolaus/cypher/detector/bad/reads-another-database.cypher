// refused: USE is not for detectors
CALL () { USE system MATCH (u:User) RETURN u }
RETURN u.name AS key, 'IpAddress' AS type, 'payment' AS facet, [u] AS members
