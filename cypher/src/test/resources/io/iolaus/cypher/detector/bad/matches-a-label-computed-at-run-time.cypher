// refused: computed at run time
MATCH (a:$('Acc' + 'ount'))
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
