/* Accounts that connected from these blocks inside the window, by address.
   in:  $blocks, $from and $asOf (days)
   out: address, asn (of the network it is in; null where that is not known), accounts (ids) */
UNWIND $blocks AS block
MATCH (i:IpAddress {prefix: block})
RETURN i.id AS address, head(COLLECT { MATCH (i)-[:IN_NETWORK]->(n) RETURN n.asn }) AS asn,
  COLLECT {
    MATCH (i)<-[c:CONNECTED_FROM]-(a:Account)
    WHERE any(day IN c.days WHERE $from <= day <= $asOf)
    RETURN a.id
  } AS accounts
