// refused: a unicode escape
MATCH (a:Account) WHERE a.id = '\u0027 SET a.status = \u0027deleted'
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
