/* The newest event in the graph: "now" for a run that names no time. Read from the ends of two indexes.
   out: one row: latest (null in an empty graph), accounts */
WITH COLLECT { MATCH (a:Account) WHERE a.lastSeen IS NOT NULL RETURN a.lastSeen ORDER BY a.lastSeen DESC LIMIT 1 }[0] AS seen,
  COLLECT { MATCH (a:Account) WHERE a.createdAt IS NOT NULL RETURN a.createdAt ORDER BY a.createdAt DESC LIMIT 1 }[0] AS created
RETURN CASE WHEN seen > created OR created IS NULL THEN seen ELSE created END AS latest, COUNT { (:Account) } AS accounts
