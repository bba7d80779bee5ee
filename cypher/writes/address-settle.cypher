// In: $rows of {id, prefixes}, prefixes longest first. Links each address to the first of them that is a known network,
// if that is another than the one it is linked to. Out: how many were.
UNWIND $rows AS row
MATCH (i:IpAddress {id: row.id})
SET i.lock = true // depends on nothing: the lock is held before anything is read
REMOVE i.lock
WITH i, row
CALL (row) {
  UNWIND range(0, size(row.prefixes) - 1) AS n
  MATCH (network:Network {id: row.prefixes[n]})
  RETURN network ORDER BY n LIMIT 1
}
OPTIONAL MATCH (i)-[old:IN_NETWORK]->(known:Network)
WITH i, network, old, known
WHERE known IS NULL OR known <> network
DELETE old
CREATE (i)-[:IN_NETWORK]->(network)
RETURN count(*) AS relinked
