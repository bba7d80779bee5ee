/* The graph's own time, from the two indexes that have it.
   out: one row: latest (null in an empty graph) */
CALL () {
  MATCH (a:Account) WHERE a.lastSeen IS NOT NULL
  RETURN a.lastSeen AS at ORDER BY at DESC LIMIT 1
  UNION
  MATCH (a:Account) WHERE a.createdAt IS NOT NULL
  RETURN a.createdAt AS at ORDER BY at DESC LIMIT 1
}
RETURN max(at) AS latest
