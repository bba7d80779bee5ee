/* Says of a run that it failed, as against one that was cut off and says nothing any more.
   in:  $run */
MATCH (r:Run {id: $run})
WHERE NOT r.complete
SET r.status = 'failed', r.endedAt = datetime()
