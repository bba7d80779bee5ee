/* What most accounts use: whose neighbours take long to be put in order.
   in:  $accounts (at least so many), $limit
   out: type (label), id */
CALL () {
  MATCH (n:IpAddress) WHERE n.accounts >= $accounts RETURN n
  UNION ALL
  MATCH (n:PaymentInstrument) WHERE n.accounts >= $accounts RETURN n
  UNION ALL
  MATCH (n:Identifier) WHERE n.accounts >= $accounts RETURN n
}
RETURN labels(n)[0] AS type, n.id AS id ORDER BY n.accounts DESC, id LIMIT $limit
