// refused: procedure 'dbms.listconfig' is not on the short list
OPTIONAL CALL dbms.listConfig() YIELD name
RETURN name AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
