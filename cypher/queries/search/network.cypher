/* Every network as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (null: nothing says when) */
MATCH (n:Network)
RETURN 'Network' AS type, n.id AS id, coalesce(n.name, n.id) AS name,
  CASE WHEN n.asn IS NULL THEN [] ELSE ['AS' + n.asn, toString(n.asn)] END AS words,
  n.id + coalesce(' · ' + n.use, '') AS detail, null AS state, 0 AS weight, null AS first, null AS last
