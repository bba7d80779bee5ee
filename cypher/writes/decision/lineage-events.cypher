/* Records what people did to clusters between two runs, after what happened with the run before.
   in:  $at, $recordedAt, $rows: {kind, cluster, state, organization, confidence, before, after, left (JSON: how many by why), text} */
MATCH (r:Run) WHERE r.complete
WITH r ORDER BY r.seq DESC LIMIT 1
OPTIONAL MATCH (old:LineageEvent)-[:IN_RUN]->(r)
WITH r, coalesce(max(old.place) - r.seq * 1000000, 0) AS last
UNWIND range(0, size($rows) - 1) AS i
WITH r, last + i + 1 AS place, $rows[i] AS row
MATCH (c:Cluster {id: row.cluster})
CREATE (e:LineageEvent {id: r.id + '/' + place, place: r.seq * 1000000 + place, kind: row.kind, at: $at, recordedAt: $recordedAt,
  states: CASE row.kind WHEN 'returned' THEN [row.state] ELSE [] END,
  organizations: CASE row.kind WHEN 'returned' THEN [row.organization] ELSE [] END,
  confidences: CASE row.kind WHEN 'returned' THEN [row.confidence] ELSE [] END,
  before: row.before, after: row.after, joined: '{}', left: row.left, text: row.text})-[:IN_RUN]->(r)
FOREACH (_ IN CASE row.kind WHEN 'returned' THEN [1] ELSE [] END | CREATE (e)-[:TO]->(c))
FOREACH (_ IN CASE row.kind WHEN 'dissolved' THEN [1] ELSE [] END | CREATE (e)-[:FROM]->(c))
