/* Accounts with an address in these blocks, by address: a prefix may be longer than a block.
   in:  $blocks
   out: address, accounts (ids) */
UNWIND $blocks AS block
MATCH (i:IpAddress {prefix: block})<-[:CONNECTED_FROM]-(a:Account)
RETURN i.id AS address, collect(DISTINCT a.id) AS accounts
