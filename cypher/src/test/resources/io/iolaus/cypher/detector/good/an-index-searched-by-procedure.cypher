CALL db.index.fulltext.queryNodes('accounts', 'x') YIELD node AS a, score
WITH a.emailDomain AS domain, collect(a) AS members, max(score) AS best
RETURN domain AS key, 'Identifier' AS type, 'payment' AS facet, members
