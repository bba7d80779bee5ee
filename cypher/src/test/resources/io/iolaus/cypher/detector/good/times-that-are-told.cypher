MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
WHERE date(a.createdAt) >= $from
  AND date.truncate('week', date(a.createdAt)) <= $asOf
  AND a.createdAt > datetime('2026-01-01T00:00:00Z')
  AND duration.between(a.createdAt, p.firstSeen) < duration('PT1M')
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
