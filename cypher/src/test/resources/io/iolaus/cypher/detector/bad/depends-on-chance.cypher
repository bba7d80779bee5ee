// refused: function 'rand' is not on the list
MATCH (a:Account) WHERE rand() < 0.5
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
