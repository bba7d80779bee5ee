// refused: CartesianProduct
MATCH (a:Account), (b:Account) WHERE a.exchanges < b.exchanges
RETURN a.emailDomain AS key, 'IpAddress' AS type, 'payment' AS facet, collect(a) AS members
