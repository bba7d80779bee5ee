// refused: is no type of link
MATCH (a:Account)
RETURN a.country AS key, 'Country' AS type, 'payment' AS facet, collect(a) AS members
