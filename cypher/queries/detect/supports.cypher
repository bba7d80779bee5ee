/* What ties clusters until a run writes them anew.
   in:  $clusters (ids)
   out: cluster, type, key, detector, bits, discounted, recordedAt, support (all that is shown of it, a map) */
UNWIND $clusters AS id
MATCH (c:Cluster {id: id})-[s:SUPPORTED_BY]->(n)
RETURN c.id AS cluster, labels(n)[0] AS type, n.id AS key, s.detector AS detector, s.bits AS bits,
  coalesce(s.discounted, false) AS discounted, coalesce(s.recordedAt, c.recordedAt) AS recordedAt,
  s {
    .facet, .detector, .bits, .members, .total, .discounted, .reason,
    type: labels(n)[0], key: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id)
  } AS support
