MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WHERE p.firstSeen <= a.createdAt + duration({minutes: 10}) AND duration.inDays(a.createdAt, p.lastSeen).days < 30
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
