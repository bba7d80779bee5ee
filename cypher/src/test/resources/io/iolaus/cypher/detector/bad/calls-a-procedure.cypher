// refused: procedure 'db.labels' is not on the short list
CALL db.labels() YIELD label
RETURN label AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
