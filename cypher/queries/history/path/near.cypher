/* What was next to some nodes at a moment, by what was known at another. What a run derived (families, patterns) and who vouches for whom
   is that of today.
   in:  as queries/path/near, $maxDegree: users are counted no further; $day (date of the moment), $dayAfter (instant at which the next
        one begins), $knownAt (instant), $known (the same in epoch milliseconds)
   out: as queries/path/near */
UNWIND range(0, size($keys) - 1) AS place
MATCH (n) WHERE elementId(n) = $keys[place]
MATCH (n)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(x)
WHERE coalesce(x.knownFrom <= $knownAt, true) AND coalesce(e.firstSeen < $dayAfter, e.days[0] <= $day, true) AND (e.known IS NULL OR e.known[0] <= $known
  OR size(e.known) > 2 AND any(i IN range(2, size(e.known) - 2, 2) WHERE e.known[i] <= $known AND e.days[e.known[i + 1]] <= $day))
WITH x, collect(DISTINCT place) AS of
RETURN of, elementId(x) AS key, labels(x)[0] AS nodeLabel, x.id AS id,
  CASE WHEN NOT x:Account THEN COUNT {
    MATCH (x)<-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(a)
    WHERE coalesce(a.knownFrom <= $knownAt, true) AND coalesce(e.firstSeen < $dayAfter, e.days[0] <= $day, true) AND (e.known IS NULL OR e.known[0] <= $known
      OR size(e.known) > 2 AND any(i IN range(2, size(e.known) - 2, 2) WHERE e.known[i] <= $known AND e.days[e.known[i + 1]] <= $day))
    WITH 1 AS one LIMIT $maxDegree + 1 RETURN one
  } END AS users,
  // of an account all edges there are today, where that makes no hub of it: they only say how much there is to read
  CASE
    WHEN x:Account AND COUNT { (x)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() } > $maxDegree THEN COUNT {
      MATCH (x)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->(t)
      WHERE coalesce(t.knownFrom <= $knownAt, true) AND coalesce(e.firstSeen < $dayAfter, e.days[0] <= $day, true) AND (e.known IS NULL OR e.known[0] <= $known
        OR size(e.known) > 2 AND any(i IN range(2, size(e.known) - 2, 2) WHERE e.known[i] <= $known AND e.days[e.known[i + 1]] <= $day))
    }
    ELSE COUNT { (x)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() }
  END AS leading,
  coalesce(x.evidence, true) AS evidence
