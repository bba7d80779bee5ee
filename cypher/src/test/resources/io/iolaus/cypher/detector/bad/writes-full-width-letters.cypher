// refused: U+FF33
MATCH (a:Account) ＳＥＴ a.x = 1
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
