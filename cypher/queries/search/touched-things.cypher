/* What those accounts lead to that segments speak of which were not known, and instruments whose kind these changed.
   in:  $known: how many segments of each batch were known, by its sequence number
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when these accounts used it) */
CALL () {
  MATCH (a:Account)
  WHERE a.changed % 4294967296 > coalesce($known[a.changed / 4294967296], 0)
  MATCH (a)-[e:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER]->(n)
  RETURN n, e.firstSeen AS first, e.lastSeen AS last
  UNION ALL
  MATCH (n:PaymentInstrument)
  WHERE n.changed % 4294967296 > coalesce($known[n.changed / 4294967296], 0)
  RETURN n, null AS first, null AS last
}
WITH n, min(first) AS first, max(last) AS last
RETURN labels(n)[0] AS type, n.id AS id, coalesce(n.instrument, n.value, n.id) AS name,
  CASE WHEN n:Identifier THEN [n.kind] ELSE [] END AS words, coalesce(n.kind, n.prefix) AS detail, null AS state,
  coalesce(n.accounts, 0) AS weight, first, last
