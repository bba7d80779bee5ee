// refused: cannot begin with SHOW
SHOW USERS YIELD user RETURN user AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
