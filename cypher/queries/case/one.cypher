/* One case.
   in:  $id
   out: at most one row: file (a map) */
MATCH (f:CaseFile {id: $id})
RETURN f {
  .*,
  accounts: COUNT { MATCH (f)-[:HOLDS]->(i:CaseItem) WHERE i.type = 'account' AND i.removedAt IS NULL },
  clusters: COUNT { MATCH (f)-[:HOLDS]->(i:CaseItem) WHERE i.type = 'cluster' AND i.removedAt IS NULL },
  comments: COUNT { MATCH (f)-[:HAS_COMMENT]->(c:CaseComment) WHERE c.deletedAt IS NULL }
} AS file
