/* All addresses that are evidence.
   out: address, asn (of the network it is in; null where that is not known) */
MATCH (i:IpAddress)
WHERE i.evidence
RETURN i.id AS address, head(COLLECT { MATCH (i)-[:IN_NETWORK]->(n) RETURN n.asn }) AS asn
