/* Every pattern as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (null: not told) */
MATCH (n:Pattern)
RETURN 'Pattern' AS type, n.id AS id, coalesce(n.label, n.id) AS name, [n.kind] AS words, n.kind AS detail, null AS state,
  coalesce(n.accounts, 0) AS weight, null AS first, null AS last
