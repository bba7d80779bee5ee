// refused: LOAD is not for detectors
LOAD CSV FROM 'file:///etc/passwd' AS line
RETURN line[0] AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
