/* Accounts that connected from these addresses inside the window, by address.
   in:  $addresses, $from and $asOf (days)
   out: address, asn (null where it is not known), accounts (ids) */
UNWIND $addresses AS address
MATCH (i:IpAddress {id: address})
RETURN address, head(COLLECT { MATCH (i)-[:IN_NETWORK]->(n) RETURN n.asn }) AS asn,
  COLLECT {
    MATCH (i)<-[c:CONNECTED_FROM]-(a:Account)
    WHERE any(day IN c.days WHERE $from <= day <= $asOf)
    RETURN a.id
  } AS accounts
