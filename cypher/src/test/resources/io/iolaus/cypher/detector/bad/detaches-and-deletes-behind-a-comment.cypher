// refused: DETACH is not for detectors
MATCH (a:Account) /* only reads */ DETACH /* really */ DELETE a
RETURN 'x' AS key, 'IpAddress' AS type, 'payment' AS facet, [] AS members
