MATCH (o:Organization)
MATCH (a:Account {organization: o.id})
RETURN o.id AS key, 'Identifier' AS type, 'payment' AS facet, collect(a) AS members
