/* Every payment instrument as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when it was seen) */
MATCH (n:PaymentInstrument)
CALL (n) { MATCH (n)<-[e:PAID_WITH]-() RETURN min(e.firstSeen) AS first, max(e.lastSeen) AS last }
RETURN 'PaymentInstrument' AS type, n.id AS id, n.instrument AS name, [] AS words, n.kind AS detail, null AS state,
  coalesce(n.accounts, 0) AS weight, first, last
