// refused: a unicode escape
MATCH (a:Account) /* \u002a\u002f DETACH DELETE a /* */
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
