// refused: '{' is never closed
MATCH (a:Account) CALL (a) { RETURN 1 AS one RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, members
