/* Puts accounts and clusters into a case that are not in it, a cluster with the ids of those whom it was last found with.
   in:  $case, $number (of what happens), $by, $at, $reason, $items: [{type, entity, of}], each once
   out: of, a row for each that was put in */
MATCH (f:CaseFile {id: $case})
UNWIND range(0, size($items) - 1) AS place
WITH f, place, $items[place] AS item
WHERE NOT EXISTS { MATCH (f)-[:HOLDS]->(i:CaseItem {of: item.of}) WHERE i.removedAt IS NULL }
CALL (item) {
  MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster {id: CASE item.type WHEN 'cluster' THEN item.entity END})
  WHERE m.run = c.run
  WITH DISTINCT a.id AS id
  ORDER BY id
  RETURN collect(id) AS members
}
CREATE (f)-[:HOLDS]->(i:CaseItem {
  id: $case + '/' + $number + '/' + place, seq: $number * 10000 + place, type: item.type, entity: item.entity, of: item.of,
  addedBy: $by, addedAt: $at, reason: $reason, members: CASE item.type WHEN 'cluster' THEN members END
})
RETURN i.of AS of
