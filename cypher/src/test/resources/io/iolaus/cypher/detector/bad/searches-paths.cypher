// refused: function 'shortestpath' is not on the list
MATCH p = shortestPath((a:Account)-[*..4]-(b:Account))
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [b] AS members
