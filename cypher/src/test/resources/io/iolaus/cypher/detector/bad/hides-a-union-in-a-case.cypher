// refused: more than one pattern
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, CASE WHEN a.plan = 'x' THEN COUNT { MATCH (a)-[:PAID_WITH]->(x) RETURN x UNION MATCH (x) RETURN x } ELSE 0 END AS n
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
