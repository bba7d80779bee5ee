// refused: parameter $engineMemberCap is not declared
MATCH (a:Account) WHERE a.exchanges > $engineMemberCap
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
