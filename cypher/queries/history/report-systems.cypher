/* The autonomous systems that the labelled members came through whom a cluster had at a moment, by what was known at another.
   in:  as queries/history/report-ranges
   out: as queries/report/systems */
MATCH (c:Cluster {id: $id})
MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
  AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  AND m.state = 'labelled'
MATCH (a)-[e:CONNECTED_FROM]->(ip:IpAddress)-[:IN_NETWORK]->(n:Network)
WHERE ip.evidence AND n.asn IS NOT NULL
WITH a, n, e.days AS days, coalesce(e.known, [0, 0]) AS known
WHERE (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
WITH n.asn AS asn, coalesce(n.use, 'unknown') AS use, count(DISTINCT a) AS accounts
WHERE accounts >= $least
RETURN asn, use, accounts
ORDER BY asn, use
