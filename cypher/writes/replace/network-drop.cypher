// In: $rows, ids. Takes networks away. Out: the addresses that were in them and are in none now.
UNWIND $rows AS id
MATCH (n:Network {id: id})
OPTIONAL MATCH (i:IpAddress)-[:IN_NETWORK]->(n)
WITH n, collect(i.id) AS addresses
DETACH DELETE n
WITH addresses
UNWIND addresses AS address
RETURN address
