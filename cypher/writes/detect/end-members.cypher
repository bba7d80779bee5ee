/* Ends memberships that this run did not find again.
   in:  $run, $asOf */
MATCH (:Account)-[m:MEMBER_OF]->(:Cluster)
WHERE m.validTo IS NULL AND m.run <> $run
SET m.validTo = $asOf
