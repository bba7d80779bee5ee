/* Ends clusters that this run did not find again.
   in:  $run, $asOf */
MATCH (c:Cluster)
WHERE c.validTo IS NULL AND c.run <> $run
SET c.validTo = $asOf
