// refused: function 'apoc.util.md5' is not on the list
MATCH (a:Account)
RETURN apoc.util.md5([a.id]) AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
