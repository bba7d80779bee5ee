/* Claims about clusters.
   in:  $asOf
   out: cluster, organization, statement, by, bySelf, at, reference */
MATCH (c:Claim)-[:ABOUT]->(o:Organization)
WHERE c.at <= $asOf AND c.cluster IS NOT NULL
RETURN c.cluster AS cluster, o.id AS organization, c.statement AS statement, coalesce(c.by, '') AS by,
  coalesce(c.by = o.name OR c.by = o.id OR c.by IN coalesce(o.aliases, []), false) AS bySelf,
  c.at AS at, c.reference AS reference
ORDER BY c.cluster, o.id, c.at, c.id
