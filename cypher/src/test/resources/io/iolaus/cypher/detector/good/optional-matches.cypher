MATCH (ip:IpAddress) WHERE ip.accounts >= $minAccounts
OPTIONAL MATCH (ip)-[:IN_NETWORK]->(n:Network)
WITH ip, n
MATCH (a:Account)-[:CONNECTED_FROM]->(ip)
RETURN ip.id AS key, 'IpAddress' AS type, 'payment' AS facet, collect(DISTINCT a) AS members
