MATCH (`set`:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WHERE a.delete IS NULL AND a.load = 1 AND NOT a:Create
WITH `set`, collect(a) AS members, {set: 1, use: 2} AS options
RETURN `set`.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
