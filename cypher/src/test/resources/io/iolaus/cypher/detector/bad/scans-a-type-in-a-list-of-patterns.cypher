// refused: all with all | begins anywhere
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, [(n)-[:PAID_WITH]->(j) WHERE n.plan = a.plan | j.id] AS others
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
