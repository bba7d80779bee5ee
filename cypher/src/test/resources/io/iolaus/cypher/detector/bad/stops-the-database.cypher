// refused: cannot begin with STOP
STOP DATABASE neo4j
