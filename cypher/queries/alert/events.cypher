/* What happened to clusters since, the earliest first.
   in:  $place, $limit
   out: id, place, kind, run, at, recordedAt, parents, clusters, states, organizations and confidences (of the clusters, one for one;
        an event of before these were recorded has none), before, after, joined and left (JSON), text, causes, detectors (texts:
        id and version) */
MATCH (e:LineageEvent) WHERE e.place > $place
WITH e ORDER BY e.place LIMIT $limit
MATCH (e)-[:IN_RUN]->(r:Run)
RETURN e.id AS id, e.place AS place, e.kind AS kind, r.id AS run, e.at AS at, e.recordedAt AS recordedAt,
  COLLECT { MATCH (e)-[:FROM]->(p) RETURN p.id ORDER BY p.id } AS parents,
  COLLECT { MATCH (e)-[:TO]->(c) RETURN c.id ORDER BY c.id } AS clusters,
  coalesce(e.states, []) AS states, coalesce(e.organizations, []) AS organizations, coalesce(e.confidences, []) AS confidences,
  e.before AS before, e.after AS after, e.joined AS joined, e.left AS left, e.text AS text, coalesce(r.causes, []) AS causes,
  COLLECT { MATCH (r)-[:INCLUDES]->(d:DetectorRun) RETURN d.detector + ' ' + d.version ORDER BY d.detector } AS detectors
ORDER BY place
