// refused: ApiToken is about those who work here
MATCH (a:Account)
WHERE EXISTS { MATCH (t:Account|`ApiToken` {id: a.id}) }
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
