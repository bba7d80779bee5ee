/* Accounts that connected from networks with these numbers inside the window, by address.
   in:  $asns, $from and $asOf (days)
   out: address, asn, accounts (ids) */
UNWIND $asns AS asn
MATCH (:Network {asn: asn})<-[:IN_NETWORK]-(i:IpAddress)
RETURN i.id AS address, asn,
  COLLECT {
    MATCH (i)<-[c:CONNECTED_FROM]-(a:Account)
    WHERE any(day IN c.days WHERE $from <= day <= $asOf)
    RETURN a.id
  } AS accounts
