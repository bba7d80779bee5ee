// refused: all with all
MATCH (a:Account) WITH a.plan AS plan, count(*) AS n
MATCH (b:Account) WHERE b.plan = plan
RETURN plan AS key, 'IpAddress' AS type, 'payment' AS facet, collect(b) AS members
