/* The newest event in the graph: "now" for a run that names no time.
   out: one row: latest (null in an empty graph), accounts */
MATCH (a:Account)
RETURN max(CASE WHEN a.lastSeen > a.createdAt OR a.createdAt IS NULL THEN a.lastSeen ELSE a.createdAt END) AS latest,
  count(a) AS accounts
