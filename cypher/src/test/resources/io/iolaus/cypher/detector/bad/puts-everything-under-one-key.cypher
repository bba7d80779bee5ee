// refused: every link has the same key
MATCH (a:Account)
RETURN 'everybody' AS key, 'IpAddress' AS type, 'payment' AS facet, collect(a) AS members
