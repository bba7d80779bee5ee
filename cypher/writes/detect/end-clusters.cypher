/* Ends clusters that this run did not find again. A dormant one is remembered.
   in:  $asOf, $rows: {id, lifecycle, into (the cluster that it goes on in, or null), shape} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.id})
SET c.validTo = coalesce(c.validTo, $asOf), c.mergedInto = row.into,
  c.dormantSince = CASE WHEN row.lifecycle <> 'dormant' THEN null WHEN c.lifecycle = 'dormant' THEN c.dormantSince ELSE $asOf END,
  c.lifecycle = row.lifecycle, c.shape = row.shape
