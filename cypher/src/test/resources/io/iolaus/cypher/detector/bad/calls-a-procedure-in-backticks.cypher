// refused: procedure 'apoc.cypher.runwrite' is not on the short list
CALL `apoc`.`cypher`.`runWrite`('MATCH (n) DETACH DELETE n', {}) YIELD value
RETURN value AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
