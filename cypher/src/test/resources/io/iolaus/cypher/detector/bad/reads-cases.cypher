// refused: CaseItem is about those who work here
MATCH (i:CaseItem)
MATCH (a:Account {id: i.of})
RETURN i.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(a) AS members
