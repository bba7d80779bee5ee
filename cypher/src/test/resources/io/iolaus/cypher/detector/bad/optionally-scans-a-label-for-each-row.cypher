// refused: all with all
MATCH (a:Account) OPTIONAL MATCH (b:Account {plan: a.plan})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(b) AS members
