/* The two ends of a path at a moment, by what was known at another.
   in:  as queries/path/ends; $maxDegree, $day, $dayAfter, $knownAt, $known as queries/history/path/near
   out: as queries/path/ends, for each that was there */
UNWIND [[0, $fromType, $from], [1, $toType, $to]] AS end
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: end[2]})
WHERE end[1] IN labels(n) AND coalesce(n.knownFrom <= $knownAt, true)
RETURN end[0] AS place, elementId(n) AS key, labels(n)[0] AS nodeLabel, n.id AS id,
  CASE WHEN NOT n:Account THEN COUNT {
    MATCH (n)<-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(a)
    WHERE coalesce(a.knownFrom <= $knownAt, true) AND coalesce(e.firstSeen < $dayAfter, e.days[0] <= $day, true) AND (e.known IS NULL OR e.known[0] <= $known
      OR size(e.known) > 2 AND any(i IN range(2, size(e.known) - 2, 2) WHERE e.known[i] <= $known AND e.days[e.known[i + 1]] <= $day))
  } END AS users,
  // of an account all edges there are today, where that makes no hub of it: they only say how much there is to read
  CASE
    WHEN n:Account AND COUNT { (n)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() } > $maxDegree THEN COUNT {
      MATCH (n)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->(t)
      WHERE coalesce(t.knownFrom <= $knownAt, true) AND coalesce(e.firstSeen < $dayAfter, e.days[0] <= $day, true) AND (e.known IS NULL OR e.known[0] <= $known
        OR size(e.known) > 2 AND any(i IN range(2, size(e.known) - 2, 2) WHERE e.known[i] <= $known AND e.days[e.known[i + 1]] <= $day))
    }
    ELSE COUNT { (n)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() }
  END AS leading,
  coalesce(n.evidence, true) AS evidence
