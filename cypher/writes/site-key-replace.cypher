// In: $old and $new, keyed references that tell site secrets from one another. Out: that of the secret the graph is
// under now: the new one, unless it was under neither.
MERGE (s:Site {id: 'site'})
ON CREATE SET s.key = $new
SET s.key = CASE s.key WHEN $old THEN $new ELSE s.key END
RETURN s.key AS key
