// In: $limit. Takes so many away of those that no account leads to any more. Out: how many that were.
MATCH (n:Identifier) WHERE n.accounts <= 0
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS dropped
