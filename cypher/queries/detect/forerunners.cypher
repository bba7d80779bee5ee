/* What is remembered of clusters that go on.
   out: cluster, dormant, takenDown (at least half of its accounts were suspended or deleted), lastSeen (when nearly all of its accounts had ended; null where none acted),
        skeletons: [shingles] of those that were its own */
MATCH (c:Cluster)
WHERE c.lifecycle IN ['active', 'dormant']
CALL (c) {
  MATCH (a:Account)-[:MEMBER_OF]->(c)
  WITH DISTINCT a
  RETURN count(a) AS accounts, count(CASE WHEN a.status IN ['suspended', 'deleted'] THEN 1 END) AS out,
    percentileDisc(a.lastSeen.epochSeconds, 0.8) AS lastSeen
}
WITH c, c.lifecycle = 'dormant' AS dormant, 2 * out >= accounts AS takenDown, lastSeen
RETURN c.id AS cluster, dormant, takenDown, lastSeen,
  COLLECT {
    MATCH (c)-[s:SUPPORTED_BY {run: c.run}]->(f:PromptFamily)
    WHERE dormant AND s.part >= 0.5 AND f.kind = 'prompt'
    RETURN f.shingles
  } AS skeletons
ORDER BY cluster
