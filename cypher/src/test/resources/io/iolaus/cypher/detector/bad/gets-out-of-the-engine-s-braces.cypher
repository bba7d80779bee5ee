// refused: '}' closes nothing
MATCH (a:Account) RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members } MATCH (n) WITH n CALL (n) { RETURN 1 AS one
