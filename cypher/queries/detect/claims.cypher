/* Claims about clusters and campaigns.
   in:  $asOf
   out: cluster (null where none is named), organization, statement, by, bySelf, at, campaign, reference */
MATCH (c:Claim)-[:ABOUT]->(o:Organization)
WHERE c.at <= $asOf
RETURN c.cluster AS cluster, o.id AS organization, c.statement AS statement, coalesce(c.by, '') AS by,
  coalesce(c.by = o.name OR c.by = o.id OR c.by IN coalesce(o.aliases, []), false) AS bySelf,
  c.at AS at, c.campaign AS campaign, c.reference AS reference
ORDER BY c.cluster, o.id, c.at, c.id
