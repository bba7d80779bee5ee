// refused: AuditEntry is about those who work here
MATCH (a:Account)
MATCH (e:AuditEntry {object: a.id})
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
