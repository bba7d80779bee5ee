/* The accounts of which what a run reads may have been changed by segments that it did not know of: these speak of the account itself, or
   changed the kind of something that it leads to. `changed` is the sequence number of a batch, times 2^32, and the number of a segment.
   Every node is looked at once, whatever happens meanwhile: an index is read by value, and a node that is written again while
   it is being read may step from where it was not read yet to where it was read already.
   in:  $known: how many segments of each batch were known, by its sequence number
   out: id */
CALL () {
  MATCH (a:Account)
  WHERE a.changed % 4294967296 > coalesce($known[a.changed / 4294967296], 0)
  RETURN a
  UNION
  MATCH (i:PaymentInstrument)
  WHERE i.changed % 4294967296 > coalesce($known[i.changed / 4294967296], 0)
  MATCH (i)<-[:PAID_WITH]-(a)
  RETURN a
  UNION
  MATCH (n:Network)
  WHERE n.changed % 4294967296 > coalesce($known[n.changed / 4294967296], 0)
  MATCH (n)<-[:IN_NETWORK]-()<-[:CONNECTED_FROM]-(a)
  RETURN a
  UNION
  MATCH (o:Organization)
  WHERE o.changed % 4294967296 > coalesce($known[o.changed / 4294967296], 0)
  MATCH (o)<-[:VERIFIED_BY]-(a)
  RETURN a
}
RETURN a.id AS id
