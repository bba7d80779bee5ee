/* Accounts that segments speak of which were not known, see queries/detect/touched.
   in:  $known: how many segments of each batch were known, by its sequence number
   out: as queries/search/account */
MATCH (n:Account)
WHERE n.changed % 4294967296 > coalesce($known[n.changed / 4294967296], 0)
RETURN 'Account' AS type, n.id AS id, n.id AS name, [] AS words, n.emailDomain AS detail, null AS state,
  coalesce(n.exchanges, 0) AS weight, n.firstSeen AS first, n.lastSeen AS last
