/* Puts accounts back that people had taken out of clusters, where no run has judged these since.
   in:  $ids (of accounts), $recordedAt
   out: cluster, a row for each that has one again */
OPTIONAL MATCH (r:Run) WHERE r.complete
WITH r ORDER BY r.seq DESC LIMIT 1
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE a.id IN $ids AND m.cleared = coalesce(r.id, '') AND (c.validTo IS NULL OR c.cleared = m.cleared)
CREATE (a)-[n:MEMBER_OF]->(c)
SET n = properties(m), n.validTo = null, n.supersededAt = null, n.cleared = null, n.corrected = null, n.recordedAt = $recordedAt,
  m.cleared = null
RETURN DISTINCT c.id AS cluster
