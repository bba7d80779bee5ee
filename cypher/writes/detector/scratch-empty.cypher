/* Empties a database that holds nothing but the graph of a test case. */
MATCH (n) WHERE NOT n:SchemaVersion
DETACH DELETE n
