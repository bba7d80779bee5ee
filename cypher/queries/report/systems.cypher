/* The autonomous systems that a cluster's labelled members came through, by what the networks there are used for.
   in:  $id, $least (members a system must have)
   out: asn, use, accounts (labelled members) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
MATCH (a:Account)-[m:MEMBER_OF {state: 'labelled'}]->(c) WHERE m.validTo IS NULL
MATCH (a)-[:CONNECTED_FROM]->(ip:IpAddress)-[:IN_NETWORK]->(n:Network)
WHERE ip.evidence AND n.asn IS NOT NULL
WITH n.asn AS asn, coalesce(n.use, 'unknown') AS use, count(DISTINCT a) AS accounts
WHERE accounts >= $least
RETURN asn, use, accounts
ORDER BY asn, use
