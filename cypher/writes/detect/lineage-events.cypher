/* Records what happened to clusters with a run, when these are written.
   in:  $run, $asOf, $recordedAt, $rows: {id, place (in the run, below a million), kind, parents, clusters, states (of the clusters, one for one), before, after,
        joined and left (JSON: how many by why), text, organizations (who is named, empty for nobody) and confidences (of the clusters,
        one for one)} */
MATCH (r:Run {id: $run})
UNWIND $rows AS row
CREATE (e:LineageEvent {id: row.id, place: r.seq * 1000000 + row.place, kind: row.kind, at: $asOf, recordedAt: $recordedAt, states: row.states,
  organizations: row.organizations, confidences: row.confidences,
  before: row.before, after: row.after, joined: row.joined, left: row.left, text: row.text})-[:IN_RUN]->(r)
WITH e, row
CALL (e, row) {
  UNWIND row.parents AS id
  MATCH (c:Cluster {id: id})
  CREATE (e)-[:FROM]->(c)
}
CALL (e, row) {
  UNWIND row.clusters AS id
  MATCH (c:Cluster {id: id})
  CREATE (e)-[:TO]->(c)
}
