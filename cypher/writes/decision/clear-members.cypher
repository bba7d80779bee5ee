/* Takes accounts out of the clusters that they are in: as far as is known from now on they never were members. The mark says after which
   run, so that it can be taken back until the next one.
   in:  $ids (of accounts), $asOf, $recordedAt
   out: cluster, a row for each that lost one */
OPTIONAL MATCH (r:Run) WHERE r.complete
WITH r ORDER BY r.seq DESC LIMIT 1
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE a.id IN $ids AND m.validTo IS NULL AND c.validTo IS NULL
SET m.validTo = $asOf, m.supersededAt = $recordedAt, m.cleared = coalesce(r.id, ''), m.corrected = true
RETURN DISTINCT c.id AS cluster
