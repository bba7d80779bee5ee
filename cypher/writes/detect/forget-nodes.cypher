/* Forgets families and patterns that no account shows any more; those that explain a cluster stay. None, from the moment that
   the lease is lost.
   in:  $run, $lease (empty: none is needed), $holder */
MATCH (n:PromptFamily|Pattern)
WHERE n.run <> $run AND NOT (n)<-[:SUPPORTED_BY]-()
CALL (n) {
  OPTIONAL MATCH (l:Lease {name: $lease})
  // held to the end of the transaction, see lease-check
  SET l.tries = l.tries + 1
  WITH n, l
  WHERE $lease = '' OR l.holder = $holder
  DETACH DELETE n
} IN TRANSACTIONS OF 10000 ROWS
