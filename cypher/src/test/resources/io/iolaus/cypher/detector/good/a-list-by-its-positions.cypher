MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
WITH i, collect(a) AS users
WITH i, [n IN range(0, size(users) - 1) WHERE n % 2 = 0 | users[n]] AS members
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
