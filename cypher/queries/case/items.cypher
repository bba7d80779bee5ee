/* One page of what is in a case, the latest first, with what became of it.
   in:  $case, $type (null for all), $removed (whether also what was taken out)
        $limit; $afterKey: the number of the last row of the page before, or null
   out: one row: total (under the filter), rows (maps): all of the item but its members, members (how many its cluster had when it was put in),
        left (how many of these are still members of it), there (whether the graph has it), state, standing (`stands`, `merged`, `ended`) and into of a cluster,
        parts: [{id, accounts}] (clusters that those whom it had then, or the account, are in now, that with most of them first) */
OPTIONAL MATCH (:CaseFile {id: $case})-[:HOLDS]->(i:CaseItem)
WHERE ($removed OR i.removedAt IS NULL) AND ($type IS NULL OR i.type = $type)
WITH collect(i) AS found
CALL (found) {
  UNWIND found AS i
  WITH i
  WHERE $afterKey IS NULL OR i.seq < $afterKey
  ORDER BY i.seq DESC
  LIMIT $limit
  OPTIONAL MATCH (c:Cluster {id: CASE i.type WHEN 'cluster' THEN i.entity END})
  OPTIONAL MATCH (a:Account {id: CASE i.type WHEN 'account' THEN i.entity END})
  RETURN collect(i {
    .id, .seq, .type, .entity, .addedAt, .addedBy, .reason, .removedAt, .removedBy, .removedReason,
    members: size(coalesce(i.members, [])),
    left: COUNT {
      UNWIND i.members AS name
      MATCH (:Account {id: name})-[m:MEMBER_OF]->(c)
      WHERE m.validTo IS NULL
    },
    there: c IS NOT NULL OR a IS NOT NULL,
    state: c.state,
    standing: CASE WHEN c IS NULL THEN null WHEN c.mergedInto IS NOT NULL THEN 'merged' WHEN c.validTo IS NOT NULL THEN 'ended' ELSE 'stands' END,
    into: c.mergedInto,
    parts: COLLECT {
      UNWIND coalesce(i.members, [a.id]) AS name
      MATCH (:Account {id: name})-[m:MEMBER_OF]->(p:Cluster)
      WHERE m.validTo IS NULL AND p.validTo IS NULL
      WITH p.id AS id, count(*) AS accounts
      RETURN {id: id, accounts: accounts} ORDER BY accounts DESC, id LIMIT 20
    }
  }) AS rows
}
RETURN size(found) AS total, rows
