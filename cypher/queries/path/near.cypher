/* What is next to some nodes, by edges of evidence.
   in:  $keys (element ids)
   out: for each that is: of (places in $keys of those it is next to), the rest as queries/path/ends */
UNWIND range(0, size($keys) - 1) AS place
MATCH (n) WHERE elementId(n) = $keys[place]
MATCH (n)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-(x)
WITH x, collect(DISTINCT place) AS of
RETURN of, elementId(x) AS key, labels(x)[0] AS nodeLabel, x.id AS id,
  CASE WHEN NOT x:Account THEN COUNT { (x)<-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-() } END AS users,
  COUNT { (x)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() } AS leading,
  coalesce(x.evidence, true) AS evidence
