// refused: TRANSACTIONS is not for detectors
MATCH (a:Account) CALL (a) { RETURN 1 AS one } IN 2 CONCURRENT TRANSACTIONS OF 10 ROWS
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
