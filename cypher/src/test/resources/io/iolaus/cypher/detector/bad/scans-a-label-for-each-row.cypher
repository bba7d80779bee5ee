// refused: all with all
MATCH (a:Account) WITH a, a.plan AS plan ORDER BY plan
MATCH (b:Account {plan: plan})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(b) AS members
