/* The two ends of a path.
   in:  $fromType, $from, $toType, $to (labels and ids)
   out: for each that exists: place (0: from, 1: to), key, nodeLabel, id, users (accounts that use a thing, addresses that lie in a network;
        null for an account), leading (how many edges of evidence lead from it to others), evidence */
UNWIND [[0, $fromType, $from], [1, $toType, $to]] AS end
MATCH (n:Account|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern|Organization {id: end[2]})
WHERE end[1] IN labels(n)
RETURN end[0] AS place, elementId(n) AS key, labels(n)[0] AS nodeLabel, n.id AS id,
  CASE WHEN NOT n:Account THEN COUNT { (n)<-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]-() } END AS users,
  COUNT { (n)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS|VERIFIED_BY|SEAT_OF|IN_NETWORK]->() } AS leading,
  coalesce(n.evidence, true) AS evidence
