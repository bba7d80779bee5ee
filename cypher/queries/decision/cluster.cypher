/* A cluster that is to be decided about, with the accounts that it was last found with.
   in:  $id
   out: at most one row: into (the cluster that it was merged into; null where it was not), members (the labelled ones first, each part in byte order), labelled (how many) */
MATCH (c:Cluster {id: $id})
CALL (c) {
  MATCH (a:Account)-[m:MEMBER_OF]->(c)
  // while it stands without whom people have taken out of it
  WHERE m.run = c.run AND NOT coalesce(m.decided, false) AND (c.validTo IS NOT NULL OR NOT coalesce(m.corrected, false))
  WITH DISTINCT a.id AS account, c.state = 'labelled' AND m.state = 'labelled' AS labelled
  ORDER BY NOT labelled, account
  RETURN collect(account) AS members, count(CASE WHEN labelled THEN 1 END) AS labelled
}
RETURN c.mergedInto AS into, members, labelled
