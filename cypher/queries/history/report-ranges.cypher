/* The /24 and /48 ranges that the labelled members came from whom a cluster had at a moment, by what was known at another.
   in:  $id, $least (members a range must have), $asOf (instant), $day (its date), $knownAt (instant), $known (the same in epoch milliseconds)
   out: as queries/report/ranges */
MATCH (c:Cluster {id: $id})
MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
  AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  AND m.state = 'labelled'
MATCH (a)-[e:CONNECTED_FROM]->(ip:IpAddress) WHERE ip.evidence
WITH a, ip, e.days AS days, coalesce(e.known, [0, 0]) AS known
WHERE (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
WITH ip.prefix AS prefix, count(DISTINCT a) AS accounts
WHERE accounts >= $least
CALL (prefix) {
  MATCH (any:IpAddress {prefix: prefix})
  OPTIONAL MATCH (any)-[:IN_NETWORK]->(n:Network)
  RETURN collect(DISTINCT n.asn) AS asns, collect(DISTINCT coalesce(n.use, 'unknown')) AS uses
}
CALL (prefix) {
  MATCH (any:IpAddress {prefix: prefix})<-[e:CONNECTED_FROM]-(anyone:Account)
  WITH anyone, e.days AS days, coalesce(e.known, [0, 0]) AS known
  WHERE (known[0] <= $known AND days[0] <= $day OR size(known) > 2 AND any(i IN range(2, size(known) - 2, 2) WHERE known[i] <= $known AND days[known[i + 1]] <= $day))
  RETURN count(DISTINCT anyone) AS total
}
RETURN prefix, asns, uses, accounts, total
ORDER BY prefix
