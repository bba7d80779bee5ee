/* Counts the members of clusters anew, as the run that found them did.
   in:  $ids
   out: id, before (how many there were), members (how many there are), stands, state, organization (empty for nobody), confidence, shape (what it is to be again) */
UNWIND $ids AS id
MATCH (c:Cluster {id: id})
CALL (c) {
  MATCH (:Account)-[m:MEMBER_OF]->(c) WHERE m.validTo IS NULL
  RETURN count(m) AS members, count(CASE WHEN m.state = 'labelled' THEN 1 END) AS labelled
}
WITH c, members, labelled, coalesce(c.accounts, 0) + CASE c.state WHEN 'labelled' THEN coalesce(c.reviewAccounts, 0) ELSE 0 END AS before
SET c.accounts = CASE c.state WHEN 'labelled' THEN labelled ELSE members END,
  c.reviewAccounts = CASE c.state WHEN 'labelled' THEN members - labelled ELSE members END,
  c.corrections = coalesce(c.corrections, 0) + 1
RETURN c.id AS id, before, members, c.validTo IS NULL AS stands, c.state AS state, coalesce(c.organization, '') AS organization,
  coalesce(c.confidence, 0.0) AS confidence, coalesce(c.clearedShape, '') AS shape
ORDER BY id
