// refused: User is about those who work here
MATCH (a:Account)
MATCH (u:User {id: a.id})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
