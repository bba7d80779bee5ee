MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, a, {plan: a.plan, at: a.createdAt} AS facts
WHERE 'plan' IN keys(facts) AND facts['plan'] <> 'x'
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
