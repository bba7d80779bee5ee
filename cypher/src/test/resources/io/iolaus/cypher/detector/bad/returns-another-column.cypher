// refused: column 'email' is not asked for
MATCH (a:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members, a.emailDomain AS email
