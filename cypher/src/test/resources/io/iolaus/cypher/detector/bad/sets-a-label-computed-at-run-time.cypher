// refused: computed at run time
MATCH (a:Account) SET a:$(a.plan)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
