// refused: counted there that no member uses
MATCH (ip:IpAddress)
WITH ip.prefix AS prefix, collect(ip) AS addresses WHERE size(addresses) >= 4
CALL (addresses) {
  UNWIND addresses AS ip
  MATCH (ip)<-[:CONNECTED_FROM]-(a:Account)
  RETURN collect(DISTINCT a) AS members, count(DISTINCT ip) AS used
}
WITH prefix, members, used WHERE size(members) >= 2
RETURN prefix AS key, 'Network' AS type, 'payment' AS facet, members
