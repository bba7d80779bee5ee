MATCH (a:Account)
UNWIND a.days AS day
WITH day, collect(DISTINCT a) AS members WHERE day >= $from AND size(members) > 1
RETURN toString(day) AS key, 'Pattern' AS type, 'payment' AS facet, members
