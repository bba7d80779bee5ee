// refused: function 'elementid' is not on the list
MATCH (a:Account)
RETURN elementId(a) AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
