// refused: function 'shortest' is not on the list
MATCH p = ANY SHORTEST (a:Account)-[]-{1,3}(b:Account)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
