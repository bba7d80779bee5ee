/* How much of what was loaded is in the graph, and how often something was done to it that no segment tells account by account.
   out: one row: batches (pairs of sequence number and segments in the graph, or windows of a stream), replaced (how often batches were),
        replacing (whether one is just now), relinked (how often addresses came to be in other networks), renewed (how often
        references of identifiers were renewed), store (when this store was made) */
OPTIONAL MATCH (b:Batch)
WITH collect([b.seq, coalesce(b.segments, 0)]) AS pairs, coalesce(sum(b.replaced), 0) AS replaced
OPTIONAL MATCH (batch:Sequence {id: 'batch'})
OPTIONAL MATCH (network:Sequence {id: 'network'})
OPTIONAL MATCH (site:Site {id: 'site'})
OPTIONAL MATCH (first:SchemaVersion {version: 1})
RETURN [pair IN pairs WHERE pair[0] IS NOT NULL] AS batches, replaced, batch.replacing IS NOT NULL AS replacing,
  coalesce(network.relinked, 0) AS relinked, coalesce(site.renewed, 0) AS renewed, coalesce(toString(first.appliedAt), '') AS store
