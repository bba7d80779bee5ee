// refused: function 'apoc.cypher.runfirstcolumn' is not on the list
MATCH (a:Account)
RETURN apoc . cypher /* harmless */ . runFirstColumn ('CREATE (n)', {}) AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
