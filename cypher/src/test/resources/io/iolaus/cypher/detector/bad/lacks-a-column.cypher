// refused: RETURN lacks [facet, type]
MATCH (a:Account) RETURN a.id AS key, [a] AS members
