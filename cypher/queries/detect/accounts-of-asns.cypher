/* Accounts that came from networks with these numbers.
   in:  $asns
   out: asn, accounts (ids) */
UNWIND $asns AS asn
MATCH (n:Network {asn: asn})<-[:IN_NETWORK]-(:IpAddress)<-[:CONNECTED_FROM]-(a:Account)
RETURN asn, collect(DISTINCT a.id) AS accounts
