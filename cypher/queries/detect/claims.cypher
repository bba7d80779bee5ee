/* Claims about clusters.
   in:  $asOf
   out: cluster, organization, statement, by, bySelf */
MATCH (c:Claim)-[:ABOUT]->(o:Organization)
WHERE c.at <= $asOf AND c.cluster IS NOT NULL
RETURN c.cluster AS cluster, o.id AS organization, c.statement AS statement, c.by AS by,
  c.by = o.name OR c.by = o.id OR c.by IN coalesce(o.aliases, []) AS bySelf
ORDER BY c.cluster, o.id, c.at, c.id
