// In: $rows of {id, prefixes}, prefixes longest first. Links each address to the first of them that is
// a known network. The addresses are in no network and locked.
UNWIND $rows AS row
MATCH (i:IpAddress {id: row.id})
CALL (row) {
  UNWIND range(0, size(row.prefixes) - 1) AS n
  MATCH (network:Network {id: row.prefixes[n]})
  RETURN network ORDER BY n LIMIT 1
}
CREATE (i)-[:IN_NETWORK]->(network)
