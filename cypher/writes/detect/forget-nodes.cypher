/* Forgets families and patterns that no account shows any more; those that explain a cluster stay.
   in:  $run */
MATCH (n:PromptFamily|Pattern)
WHERE n.run <> $run AND NOT (n)<-[:SUPPORTED_BY]-()
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
