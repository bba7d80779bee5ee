/* Every account as it is searched for.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (when it was seen) */
MATCH (n:Account)
RETURN 'Account' AS type, n.id AS id, n.id AS name, [] AS words, n.emailDomain AS detail, null AS state,
  coalesce(n.exchanges, 0) AS weight, n.firstSeen AS first, n.lastSeen AS last
