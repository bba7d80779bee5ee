// refused: INSERT is not for detectors
MATCH (a:Account) INSERT (:Loot)
RETURN a.id AS key, 'IpAddress' AS type, 'payment' AS facet, [a] AS members
