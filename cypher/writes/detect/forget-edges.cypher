/* Forgets derived edges that this run did not find again.
   in:  $run */
MATCH (:Account)-[e:PROMPTED|SHOWS]->()
WHERE e.run <> $run
CALL (e) { DELETE e } IN TRANSACTIONS OF 10000 ROWS
