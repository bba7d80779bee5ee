/* One page of what happened to clusters, the latest first.
   in:  $ids (null: all clusters), $limit; $afterKey (null on the first page); $asOf and $knownAt (instants): by when they happened, and
        were known
   out: one row: total, rows (maps) */
CALL () {
  WITH * WHERE $ids IS NULL
  MATCH (e:LineageEvent) WHERE e.place > 0
  RETURN e
  UNION
  MATCH (c:Cluster) WHERE c.id IN $ids
  MATCH (c)<-[:FROM|TO]-(e:LineageEvent)
  RETURN DISTINCT e
}
WITH e WHERE e.at <= $asOf AND e.recordedAt <= $knownAt
WITH e ORDER BY e.place DESC
WITH collect(e) AS events
RETURN size(events) AS total,
  COLLECT {
    UNWIND events AS e
    WITH e WHERE $afterKey IS NULL OR e.place < $afterKey
    LIMIT $limit
    MATCH (e)-[:IN_RUN]->(r:Run)
    RETURN e {
      .id, .place, .kind, .at, .recordedAt, .before, .after, .joined, .left, .text, run: r.id, causes: coalesce(r.causes, []),
      parents: COLLECT { MATCH (e)-[:FROM]->(p) RETURN p.id ORDER BY p.id },
      clusters: COLLECT { MATCH (e)-[:TO]->(c) RETURN c.id ORDER BY c.id },
      states: e.states
    }
    ORDER BY e.place DESC
  } AS rows
