/* Every organization as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (null: nothing says when) */
MATCH (n:Organization)
RETURN 'Organization' AS type, n.id AS id, coalesce(n.name, n.id) AS name,
  coalesce(n.aliases, []) + coalesce(n.domains, []) + coalesce(n.billingNames, []) AS words, n.kind AS detail, null AS state,
  0 AS weight, null AS first, null AS last
