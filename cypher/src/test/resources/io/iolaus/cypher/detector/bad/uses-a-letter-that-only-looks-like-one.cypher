// refused: U+0410
MATCH (А:Account)
RETURN 'x' AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
