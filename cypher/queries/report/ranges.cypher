/* The /24 and /48 ranges that a cluster's labelled members came from.
   in:  $id, $least (members a range must have)
   out: prefix, asns and uses (of everything known in the range, whoever used it), accounts (labelled members),
        total (all accounts) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
MATCH (a:Account)-[m:MEMBER_OF {state: 'labelled'}]->(c) WHERE m.validTo IS NULL
MATCH (a)-[:CONNECTED_FROM]->(ip:IpAddress) WHERE ip.evidence
WITH ip.prefix AS prefix, count(DISTINCT a) AS accounts
WHERE accounts >= $least
CALL (prefix) {
  MATCH (any:IpAddress {prefix: prefix})
  OPTIONAL MATCH (any)-[:IN_NETWORK]->(n:Network)
  RETURN collect(DISTINCT n.asn) AS asns, collect(DISTINCT coalesce(n.use, 'unknown')) AS uses
}
CALL (prefix) {
  MATCH (any:IpAddress {prefix: prefix})<-[:CONNECTED_FROM]-(anyone:Account)
  RETURN count(DISTINCT anyone) AS total
}
RETURN prefix, asns, uses, accounts, total
ORDER BY prefix
