MATCH (a:Account) WHERE a.emailDomain IS NOT NULL
WITH a.emailDomain AS domain, collect(a) AS members WHERE size(members) >= $minAccounts
RETURN domain AS key, 'Identifier' AS type, 'payment' AS facet, members
