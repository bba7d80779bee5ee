/* Forgets derived edges that this run did not find again; none, from the moment that its lease is lost.
   in:  $run, $lease (empty: none is needed), $holder */
MATCH (:Account)-[e:PROMPTED|SHOWS]->()
WHERE e.run <> $run
CALL (e) {
  OPTIONAL MATCH (l:Lease {name: $lease})
  // held to the end of the transaction, see lease-check
  SET l.tries = l.tries + 1
  WITH e, l
  WHERE $lease = '' OR l.holder = $holder
  DELETE e
} IN TRANSACTIONS OF 10000 ROWS
