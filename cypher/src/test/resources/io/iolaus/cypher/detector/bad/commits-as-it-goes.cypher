// refused: cannot begin with USING
USING PERIODIC COMMIT 100 LOAD CSV FROM 'http://collector.example' AS line
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
