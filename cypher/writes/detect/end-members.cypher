/* Ends memberships that this run did not find again. Of an account that rests it ends in the world: it was a member until then, and
   until now nothing else was known. Any other one was a mistake as far as is known now: from now on it never was.
   in:  $run, $asOf, $recordedAt, $kept (ids of clusters that stand as they are), $resting (ids of accounts) */
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
WHERE m.validTo IS NULL AND m.run <> $run AND NOT c.id IN $kept
WITH a, m, c, a.id IN $resting AS rests
FOREACH (_ IN CASE WHEN rests THEN [1] ELSE [] END |
  CREATE (a)-[w:WAS_MEMBER_OF]->(c)
  SET w = m {.state, .membership, .bits, .facets, .facetBits, .validFrom, .recordedAt}, w.supersededAt = $recordedAt)
SET m.validTo = $asOf,
  m.recordedAt = CASE WHEN rests THEN $recordedAt ELSE m.recordedAt END,
  m.supersededAt = CASE WHEN rests THEN null ELSE $recordedAt END
