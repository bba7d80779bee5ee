// refused: procedure 'apoc.load.json' is not on the short list
CALL `apoc.load.json`('http://collector.example') YIELD value
RETURN value AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
