/* Every identifier as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when it was seen) */
MATCH (n:Identifier)
CALL (n) { MATCH (n)<-[e:HAS_IDENTIFIER]-() RETURN min(e.firstSeen) AS first, max(e.lastSeen) AS last }
RETURN 'Identifier' AS type, n.id AS id, n.value AS name, [n.kind] AS words, n.kind AS detail, null AS state,
  coalesce(n.accounts, 0) AS weight, first, last
