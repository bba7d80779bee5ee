UNWIND ['wallet', 'billing-name'] AS kind
MATCH (i:Identifier {kind: kind})<-[:HAS_IDENTIFIER]-(a:Account)
RETURN i.id AS key, 'Identifier' AS type, 'payment' AS facet, collect(a) AS members
