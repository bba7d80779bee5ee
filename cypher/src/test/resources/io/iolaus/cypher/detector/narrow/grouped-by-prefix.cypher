MATCH (ip:IpAddress)
WHERE ip.evidence AND ip.version = 4
WITH ip.prefix AS prefix, collect(ip) AS addresses WHERE size(addresses) >= 3
CALL (addresses) {
  UNWIND addresses AS one
  MATCH (one)<-[:CONNECTED_FROM]-(a:Account)
  WHERE a.status IS NULL OR a.status <> 'deleted'
  RETURN count(DISTINCT one) AS used, collect(DISTINCT a) AS members
}
WITH prefix, members, used WHERE used >= 3 AND size(members) >= 2
RETURN prefix AS key, 'Network' AS type, 'payment' AS facet, members
