// refused: a unicode escape
MATCH (a:Account) \u0053ET a.status = 'deleted'
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
