// refused: all with all
MATCH (a:Account) MATCH (b:Account) WHERE a.plan = b.plan
RETURN a.plan AS key, 'IpAddress' AS type, 'payment' AS facet, collect(DISTINCT b) AS members
