// In: $rows of {id, from, to, length}: new networks of one length, with the range of their addresses.
// Links the addresses in them that are in no network or in a wider one. Out: how many.
UNWIND $rows AS row
MATCH (network:Network {id: row.id})
MATCH (i:IpAddress) WHERE i.ordinal >= row.from AND i.ordinal <= row.to
OPTIONAL MATCH (i)-[old:IN_NETWORK]->(wider:Network)
WITH row, network, i, old, wider
WHERE old IS NULL OR toInteger(split(wider.id, '/')[1]) < row.length
DELETE old
CREATE (i)-[:IN_NETWORK]->(network)
RETURN count(*) AS relinked
